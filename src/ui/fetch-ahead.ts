/**
 * Once this page is at rest, fetches the code of another document, so that it opens from the browser's store. Nothing where the reader
 * saves data; what fails is fetched when it is needed.
 */
export function fetchAhead(address: string): void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  if (connection?.saveData) return
  const begin = () => void fetchCode(address).catch(() => {})
  // Safari has no word for being at rest.
  if ('requestIdleCallback' in window) window.requestIdleCallback(begin)
  else setTimeout(begin, 500)
}

/** One after the other, so that a line is left for whoever signs in meanwhile. */
async function fetchCode(address: string): Promise<void> {
  const text = await (await fetch(address, { priority: 'low' })).text()
  const page = new DOMParser().parseFromString(text, 'text/html')
  const parts = page.querySelectorAll('script[src], link[rel="modulepreload"], link[rel="stylesheet"]')
  for (const part of parts) {
    const from = part.getAttribute('src') ?? part.getAttribute('href')
    if (from) await (await fetch(from, { priority: 'low' })).arrayBuffer()
  }
}
