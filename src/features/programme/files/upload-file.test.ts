import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePdf } from '../../../../database/demo/photos.ts'
import { demoCounty } from '../../../../database/demo/programme.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'
import { bindFile } from './public.ts'

let world: World
let scope: string
beforeAll(async () => {
  world = await startWorld()
  scope = (await demoCounty(world)).first.scope
})
afterAll(() => world.stop())

const manager = () => world.as('嘉善归谷智造园·负责人')
const upload = async (name: string) => (await manager()).upload(name, makePdf({ title: name, lines: [] }))
const nameOf = async (fileId: string) => (await (await manager()).done(contract.showFile, { params: { fileId } })).name

it('keeps a name of any length, and gives it the ending of its content', async () => {
  expect(await nameOf(await upload('合同'))).toBe('合同.pdf')
  for (const length of [116, 117, 120, 300]) {
    const name = await nameOf(await upload('长'.repeat(length)))
    expect(name).toMatch(/^长{100,}\.pdf$/)
    expect(name.length).toBe(Math.min(120, length + 4))
  }
})

it('stays with the record that it was bound to: the database moves it no second time (G3.4)', async () => {
  const fileId = await upload('制度.pdf')
  await inside(world, scope, (tx) => bindFile(tx, fileId, scope, 'fileId'))
  for (const change of [{ bound: false }, { scope: `${scope}x/` }]) {
    const moved = inside(world, scope, (tx) => tx.updateTable('files').set(change).where('id', '=', fileId).execute())
    await expect(moved, JSON.stringify(change)).rejects.toThrow('a file stays with its record')
  }
})
