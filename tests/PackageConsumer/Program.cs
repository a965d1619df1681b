using Settlements;

var total = Money.Rub(1000.005m).Round();
Console.WriteLine(total);
return total.ToString() == "1000.01 RUB" ? 0 : 1;
