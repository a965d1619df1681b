using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;

namespace Settlements.OneC;

/// <summary>Keeps a wrong password from locking the 1C user out: after a refusal nothing is asked for a while, and until a first success one request at a time.</summary>
internal sealed class AuthenticationGuard(OneCOptions options, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    private readonly TimeSpan _pause = options.AuthenticationPause;

    // Only a 1C user can be locked out; a key or a token cannot.
    private readonly bool _oneAtATime = options.User is not null;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private long? _refusedAt;
    private volatile bool _isAccepted;

    /// <summary>How long nothing will be asked yet; null when 1C may be asked.</summary>
    internal TimeSpan? PauseLeft
    {
        get
        {
            lock (_lock)
            {
                if (_refusedAt is not { } refusedAt)
                    return null;
                var left = _pause - timeProvider.GetElapsedTime(refusedAt);
                if (left > TimeSpan.Zero)
                    return left;
                _refusedAt = null;
                return null;
            }
        }
    }

    /// <exception cref="OneCException">1C refused the user a short while ago.</exception>
    internal void ThrowIfPaused()
    {
        if (PauseLeft is not { } left)
            return;
        throw new OneCException(
            SettlementsError.NotAuthenticated,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Not asked: 1C refused the user, the password, the key or the token a short while ago, and further tries would lock the user out; the next one is in {left.TotalSeconds:0} s (AuthenticationPause)."
            ),
            isTransient: false,
            HttpStatusCode.Unauthorized
        );
    }

    /// <summary>Waits while another request tries whether the user is accepted at all.</summary>
    /// <returns>To be disposed when the answer is there; null when there is nothing to wait for.</returns>
    internal async ValueTask<IDisposable?> WaitForTurnAsync(CancellationToken cancellationToken)
    {
        if (!_oneAtATime || _isAccepted)
            return null;
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!_isAccepted)
            return new Turn(_turn);
        _turn.Release();
        return null;
    }

    internal void Accepted() => _isAccepted = true;

    internal void Refused()
    {
        _isAccepted = false;
        if (_pause == TimeSpan.Zero)
            return;
        lock (_lock)
            _refusedAt = timeProvider.GetTimestamp();
        logger.AuthenticationRefused(_pause);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
