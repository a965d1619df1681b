using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Settlements.EntityFrameworkCore;

/// <summary>A model for each schema: hosts of one process may keep the tables in different ones.</summary>
internal sealed class SchemaModelCacheKeyFactory : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as SettlementsDbContext)?.Schema, designTime);
}
