/** The only trace of a plugin that fails, beside its absence: whose it was and where. */
export function blame(plugin: string, where: string, error: unknown) {
  console.error(`Plugin ${plugin} failed in ${where}.`, error);
}

export function guard<T>(plugin: string, where: string, work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    blame(plugin, where, error);
    return otherwise;
  }
}
