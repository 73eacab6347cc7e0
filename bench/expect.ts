/** A measurement of wrong answers is worth nothing: it stops here. */
export function expect(right: boolean, otherwise: string): void {
  if (!right) throw new Error(otherwise)
}
