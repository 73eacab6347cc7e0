declare const made: unique symbol

/** A text of personal data as a reader may see it: in part, or whole. Only `shown` makes one. */
export type Shown = string & { readonly [made]: 'shown' }

/** What stays in sight. `no-end`: nothing of the end, which completes a slip. */
const masks = {
  telephone: (text: string) => ends(text, text.length >= 9 ? 3 : 0),
  'no-end': (text: string) => `${text.slice(0, 3)}****${'*'.repeat(4)}`,
  /** The beginning tells the bank, so that two accounts of one end are told apart. */
  'bank-account': (text: string) => ends(text, text.length >= 12 ? 4 : 0),
  /** The first half of an IPv4 address, the first two groups of an IPv6 one. */
  address: (text: string) => {
    const mark = text.includes(':') ? ':' : '.'
    return [...text.split(mark).slice(0, 2), '*', '*'].join(mark)
  },
  /** A telephone or an address of mail, as it was left; several apart by `；`. */
  contact: (text: string) =>
    text
      .split('；')
      .map((one) => ends(one, one.length >= 9 ? 3 : 0))
      .join('；'),
} as const satisfies Record<string, (text: string) => string>

export type Mask = keyof typeof masks
export const maskList = Object.keys(masks) as Mask[]

/** `138****0000`: the first signs and the last four, which of a short text are none. */
function ends(text: string, first: number): string {
  if (text.length <= 4) return '*'.repeat(text.length)
  return `${text.slice(0, first)}****${text.slice(-4)}`
}

/** Enough to tell one from another, too little to use. */
export function masked(mask: Mask, text: string): string {
  const plain = text.trim()
  return plain === '' ? '' : masks[mask](plain)
}

/** The one way of personal data into a reply: `whole` for whom it is the own record. */
export function shown(mask: Mask, text: string, whole: boolean): Shown {
  return (whole ? text : masked(mask, text)) as Shown
}

/** Whether something of it is hidden. */
export function isMasked(text: string): boolean {
  return text.includes('*')
}
