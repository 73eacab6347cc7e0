let last = 0

/** The next number of this process: for papers, vouchers and invoices that must not be taken for one another. */
export const nextNumber = () => ++last

export const lastNumber = () => last

/** Numbers go on above this one, which another process has reached. */
export function countFrom(reached: number): void {
  last = Math.max(last, reached)
}
