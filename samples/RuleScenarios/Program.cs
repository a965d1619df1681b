using Settlements.Testing;

// Files and folders of rule scenarios; without any, the ones that come with this program.
string[] paths = args.Length > 0 ? args : [Path.Combine(AppContext.BaseDirectory, "scenarios")];
return RuleScenarios.RunFiles(paths, Console.Out, Console.Error);
