/** The library for pictures, loaded with the first of them: a server starts without its 8 MiB. Originals are opened once, so that its cache would only hold memory. */
export async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  return sharp
}
