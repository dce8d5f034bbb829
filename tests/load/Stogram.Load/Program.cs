return await Stogram.Load.Command.Run(args);
