return await Stogram.Host.Startup.RunHost.Run(args);
