using Microsoft.EntityFrameworkCore;

namespace Settlements.IntegrationTests.Stores.Hosts;

/// <summary>A context without the stores' tables.</summary>
public sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options);
