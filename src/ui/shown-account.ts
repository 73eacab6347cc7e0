let shown: string | null = null

/** The account that this window shows; null on a public page. */
export function shownAccount(): string | null {
  return shown
}

/** Says whom this window shows from now on; returns the undo. */
export function showAccount(accountId: string): () => void {
  shown = accountId
  return () => {
    if (shown === accountId) shown = null
  }
}
