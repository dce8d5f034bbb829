using Npgsql;
using Quartz;

namespace Stogram.Host.Plugins.Jobs;

internal static class JobServices
{
    private const int MostAtOnce = 16;

    // One plugin's queue leaves room for the others.
    private const int MostOfOnePlugin = 4;

    // A node that is not heard of for twice as long is gone: others take over what it ran.
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    public static void AddStogramJobs(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton<JobStore>();
        services.AddSingleton<JobRuns>();
        services.AddSingleton<RunningJobs>();
        services.AddSingleton<JobClock>();
        services.AddSingleton<JobSwitch>();
        services.AddSingleton<RunJob>();
        services.AddTransient<FireJob>();
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "stogram jobs", MaxPoolSize = 10, MinPoolSize = 0 };
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "stogram";
                scheduler.GenerateInstanceId = true;
                scheduler.PropagateTraceContext = false;
            });
            quartz.UseDefaultThreadPool(MostAtOnce);
            quartz.UseExecutionLimits(limits => limits.ForOtherGroups(MostOfOnePlugin));
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, connection.ConnectionString);
                store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, CheckIn));
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = "core.qrtz_";
                    options.StoreJobDataAsStrings = true;
                    options.UseBackgroundThreads = true;
                });
            });
        });
    }
}
