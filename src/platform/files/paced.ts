import { setImmediate } from 'node:timers/promises'

/** So many steps, or characters, at a stretch: a few milliseconds of work. */
const [steps, characters] = [200, 2 ** 16]

/** Goes through many things, and lets other requests have their turn after so many; `each`: of heavy ones after every single one. */
export async function* paced<T>(all: Iterable<T>, each = steps): AsyncGenerator<T> {
  let n = 0
  for (const one of all) {
    if (n > 0 && n % each === 0) await setImmediate()
    n++
    yield one
  }
}

/** Texts one after the other as bytes, made as they are asked for, a stretch at a time. */
export async function* pacedText(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let [held, length, n]: [string[], number, number] = [[], 0, 0]
  for await (const text of texts) {
    held.push(text)
    length += text.length
    n++
    if (n < steps && length < characters) continue
    yield Buffer.from(held.join(''))
    ;[held, length, n] = [[], 0, 0]
    await setImmediate()
  }
  yield Buffer.from(held.join(''))
}
