const shown = new WeakSet<object>()

/** Remembers that a block shows this error, so that no notice repeats it. */
export function markShown(error: object): void {
  shown.add(error)
}

export function wasShown(error: object): boolean {
  return shown.has(error)
}
