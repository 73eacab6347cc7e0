import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { draw } from './draw.ts'

const head = '\uFEFF服务编号 no,园区 park,类别 kind,企业 enterprise,价格（分） price_fen,权重 weight\r\n'
const given = ['--method', 'monetary-unit', '--seed', 's', '--size', '2']

async function file(content: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'frame-')), 'frame.csv')
  await writeFile(path, content)
  return path
}

it('draws from a file alone, says the hash of the frame and what is certain', async () => {
  const path = await file(
    `${head}FW1,甲园,talent,甲厂,900,1\r\nFW2,甲园,talent,'=乙厂,50,1\r\nFW3,乙园,talent,丙厂,0,1\r\n`,
  )
  const { text, right } = await draw([path, ...given])
  expect(right).toBe(true)
  expect(text).toMatch(/^3 services, SHA-256 [0-9a-f]{64}\n2 drawn\nFW1 certain\nFW2( certain)?$/)
})

it('says what it is given wrongly, and draws nothing', async () => {
  expect(await draw([await file('a,b\n1,2\n'), ...given])).toEqual({
    right: false,
    text: 'Not a frame: the first line is none of its heads',
  })
  const [bad, fine] = [await file(`${head}FW1,甲园,talent,甲厂,9.5,1\r\n`), await file(head)]
  expect((await draw([bad, ...given])).text).toBe('Not a frame: line 2 holds no number, price and weight')
  for (const args of [
    [],
    [fine],
    [fine, '--method', 'none', '--seed', 's', '--size', '2'],
    [fine, ...given.slice(0, 4)],
  ])
    expect(await draw(args)).toMatchObject({ right: false, text: expect.stringContaining('Usage') })
})
