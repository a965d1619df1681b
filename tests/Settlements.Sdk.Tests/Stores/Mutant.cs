using System.Reflection;

namespace Settlements.Tests.Stores;

/// <summary>A store that does as another one does, but for one method.</summary>
public class Mutant : DispatchProxy
{
    private object _store = null!;
    private string _method = "";
    private Func<object?[], Func<object?[], Task>, Task> _instead = null!;

    /// <summary>With a method that gets its arguments and the true method.</summary>
    internal static TPort Of<TPort>(TPort store, string method, Func<object?[], Func<object?[], Task>, Task> instead)
        where TPort : class
    {
        typeof(TPort).GetMethod(method).Should().NotBeNull($"a mutant without {typeof(TPort).Name}.{method} would be the true store");
        var proxy = Create<TPort, Mutant>();
        var mutant = (Mutant)(object)proxy;
        (mutant._store, mutant._method, mutant._instead) = (store, method, instead);
        return proxy;
    }

    /// <summary>With a method with a result that gets its arguments and the true method.</summary>
    internal static TPort Instead<TPort, TResult>(
        TPort store,
        string method,
        Func<object?[], Func<object?[], Task<TResult>>, Task<TResult>> instead
    )
        where TPort : class => Of(store, method, (arguments, next) => instead(arguments, changed => (Task<TResult>)next(changed)));

    /// <summary>With a method whose result is another one.</summary>
    internal static TPort Returning<TPort, TResult>(TPort store, string method, Func<TResult, TResult> change)
        where TPort : class => Instead<TPort, TResult>(store, method, async (arguments, next) => change(await next(arguments)));

    /// <summary>With a method one of whose arguments is another one.</summary>
    internal static TPort Taking<TPort, TArgument>(TPort store, string method, int position, Func<TArgument, TArgument> change)
        where TPort : class =>
        Of(
            store,
            method,
            (arguments, next) =>
            {
                arguments[position] = change((TArgument)arguments[position]!);
                return next(arguments);
            }
        );

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == _method ? _instead(args!, arguments => (Task)Call(targetMethod, arguments)!) : Call(targetMethod, args);

    private object? Call(MethodInfo method, object?[]? arguments) =>
        method.Invoke(_store, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
}
