import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf, makePhoto } from '../../database/demo/photos.ts'
import { demoCounty } from '../../database/demo/programme.ts'
import { startWorld, type World } from '../support/world.ts'
import { type Actor, signedIn } from './actors.ts'
import { contentOf, misshapen } from './refusal-shape.ts'

let world: World
let officer: Actor
let port: number
beforeAll(async () => {
  world = await startWorld()
  const { first } = await demoCounty(world)
  officer = await signedIn(world, `${first.name}·服务专员`)
  await world.http.listen({ host: '127.0.0.1', port: 0 })
  const address = world.http.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => world.stop())

type Sent = { status: number; text: string; sent: number; headers: Record<string, unknown> }

/** A file of this many zeros over a real connection, made while it is sent. */
function sendZeros(
  bytes: number,
  { announced, cookie = officer.cookie }: { announced: boolean; cookie?: string },
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/octet-stream', 'x-file-name': 'big.pdf' }
    const length = announced ? { 'content-length': bytes } : {}
    let sent = 0
    const call = request(
      { port, method: 'POST', path: '/api/files', headers: { ...headers, ...length } },
      (response) => {
        const chunks: Buffer[] = []
        const answered = sent
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            sent: answered,
            headers: response.headers,
          })
          call.destroy()
        })
      },
    )
    const chunk = Buffer.alloc(1_048_576)
    const pump = () => {
      while (sent < bytes && !call.destroyed) {
        sent += chunk.length
        if (!call.write(chunk)) return void call.once('drain', pump)
      }
      if (!call.destroyed) call.end()
    }
    call.on('error', reject)
    pump()
  })
}

/** Every file below the store's folder, half ones and previews included. */
async function filesLeft(): Promise<string[]> {
  const all = await readdir(world.filesDir, { recursive: true, withFileTypes: true })
  return all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

const megabyte = 1_048_576

describe('a file of 200 MB', () => {
  it.each([{ announced: true }, { announced: false }])(
    'is refused on the way ($announced), and nothing is left',
    async ({ announced }) => {
      const before = [await contentOf(world), await filesLeft()]
      const { status, text, sent } = await sendZeros(200 * megabyte, { announced })
      expect(misshapen({ status, type: 'application/json', headers: {}, raw: Buffer.alloc(0), text })).toBeNull()
      expect(status).toBe(413)
      expect(JSON.parse(text).error).toMatchObject({
        code: 'file.too-large',
        facts: { maxBytes: 50 * megabyte },
        fields: [{ field: 'file' }],
      })
      // Answered long before the end: at once where the size was announced, else when the limit was crossed.
      expect(sent).toBeLessThan(announced ? 20 * megabyte : 120 * megabyte)
      expect([await contentOf(world), await filesLeft()]).toEqual(before)
    },
  )

  it('is not even read from somebody who is not signed in', async () => {
    const { status, sent } = await sendZeros(40 * megabyte, { announced: false, cookie: '' })
    expect(status).toBe(401)
    expect(sent).toBeLessThan(20 * megabyte)
    expect(await filesLeft()).toEqual([])
  })

  it('leaves nothing when the sender breaks off', async () => {
    await new Promise<void>((resolve) => {
      const headers = { cookie: officer.cookie, 'content-type': 'application/octet-stream', 'x-file-name': 'half.pdf' }
      const call = request({
        port,
        method: 'POST',
        path: '/api/files',
        headers: { ...headers, 'content-length': 10 * megabyte },
      })
      call.on('error', () => resolve())
      call.write(Buffer.alloc(3 * megabyte), () => setTimeout(() => call.destroy(new Error('gone')), 50))
    })
    await expect.poll(filesLeft, { timeout: 10_000 }).toEqual([])
  })
})

async function upload(name: string | null, content: Buffer, more: Record<string, string> = {}) {
  const response = await world.http.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      cookie: officer.cookie,
      'content-type': 'application/octet-stream',
      ...(name === null ? {} : { 'x-file-name': encodeURIComponent(name) }),
      ...more,
    },
    payload: content,
  })
  const type = String(response.headers['content-type'])
  return { status: response.statusCode, type, headers: response.headers, raw: response.rawPayload, text: response.body }
}

const text = (content: string) => Buffer.from(content)
const svg = text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const page = text('<!doctype html><html><script>alert(1)</script></html>')

const refused: readonly [string, string, Buffer][] = [
  ['a script named .jpg', '现场.jpg', text('#!/bin/sh\nrm -rf /\n')],
  ['a program named .jpg', '现场.jpg', Buffer.concat([Buffer.from([0x4d, 0x5a]), Buffer.alloc(500)])],
  ['a page named .pdf', '合同.pdf', page],
  ['a page named .txt', '说明.txt', page],
  ['a page behind a photo’s beginning, named .html', 'x.html', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), page])],
  ['a drawing with a script', '图.svg', svg],
  ['a drawing named .xml', '图.xml', svg],
  ['a drawing named .png', '图.png', svg],
  ['an empty file', '空.pdf', Buffer.alloc(0)],
  ['a PDF cut short', '合同.pdf', text('%PDF-1.7\nhello')],
  ['an archive', '资料.zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
  ['entities that multiply', '发票.xml', text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
  [
    'a style sheet in the data',
    '发票.xml',
    text('<?xml version="1.0"?><a xmlns:x="http://www.w3.org/1999/XSL/Transform"/>'),
  ],
  ['noise', '文件', Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 256))],
]

describe('a file that is not what it says', () => {
  it.each(refused)('%s is refused', async (_, name, content) => {
    const before = [await contentOf(world), await filesLeft()]
    const reply = await upload(name, content)
    expect(misshapen(reply), reply.text).toBeNull()
    expect(reply.status).toBe(422)
    expect([await contentOf(world), await filesLeft()]).toEqual(before)
  })

  it('is taken under its right name where it is harmless, and the sender is told', async () => {
    const photo = await makePhoto({ seed: 1, capturedAt: new Date(), latitude: 1, longitude: 1, caption: '' })
    const reply = await upload('合同.pdf', photo)
    expect(reply.status, reply.text).toBe(200)
    expect(JSON.parse(reply.text)).toMatchObject({
      name: '合同.jpg',
      renamedFrom: '合同.pdf',
      mediaType: 'image/jpeg',
    })
  })

  it.each(['application/json', 'text/plain', 'text/html', 'multipart/form-data; boundary=x', 'application/pdf'])(
    'the type %s in the header decides nothing',
    async (type) => {
      const reply = await upload('合同.pdf', page, { 'content-type': type })
      expect(misshapen(reply), reply.text).toBeNull()
    },
  )
})

const pdf = (no: number) => makePdf({ title: '材料', lines: [`${no}`] })
const names: readonly [string | null, string][] = [
  ['../../../etc/passwd', 'passwd.pdf'],
  ['..\\..\\windows\\system32\\a.pdf', 'a.pdf'],
  ['/abs/olute.pdf', 'olute.pdf'],
  ['a\u0000b.pdf', 'ab.pdf'],
  ['invoice\u202efdp.exe.pdf', 'invoicefdp.exe.pdf'],
  ['"; filename="x.html', '; filename=x.html.pdf'],
  ['a\r\nset-cookie: x=1.pdf', 'aset-cookie x=1.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['con.pdf', '_con.pdf'],
  ['   ', 'file.pdf'],
  [null, 'file.pdf'],
]

describe('the name of a file', () => {
  it.each(names)('%j is made harmless', async (name, kept) => {
    const reply = await upload(name, pdf(names.findIndex((one) => one[0] === name)))
    expect(reply.status, reply.text).toBe(200)
    expect(JSON.parse(reply.text).name).toBe(kept)
  })

  it('of 300 Chinese characters is shortened and keeps its extension', async () => {
    const reply = await upload(`${'很'.repeat(300)}.pdf`, pdf(300))
    const { name, fileId } = JSON.parse(reply.text) as { name: string; fileId: string }
    expect(name).toBe(`${'很'.repeat(116)}.pdf`)
    const { headers } = await world.http.inject({
      url: `/api/files/${fileId}/content`,
      headers: { cookie: officer.cookie },
    })
    expect(headers['content-disposition']).toContain(encodeURIComponent('很'.repeat(116)))
  })

  it.each(['%E0%A4%A', '%', '\u00e4.pdf', 'x'.repeat(9000)])(
    'a header %j that cannot be read is no fault',
    async (raw) => {
      const reply = await upload(null, pdf(raw.length + 1000), { 'x-file-name': raw })
      if (reply.status !== 200) expect(misshapen(reply)).toBeNull()
    },
  )
})

it('what is handed out cannot be shown as a page', async () => {
  const csv = text('name,url\n=HYPERLINK("http://x"),"a < b"\n')
  const xml = text('<?xml version="1.0"?><Invoice><No>1</No></Invoice>')
  for (const [name, content, inline] of [
    ['表.csv', csv, false],
    ['票.xml', xml, false],
    ['材料.pdf', pdf(7777), true],
  ] as const) {
    const { fileId } = JSON.parse((await upload(name, content)).text) as { fileId: string }
    const { headers } = await world.http.inject({
      url: `/api/files/${fileId}/content`,
      headers: { cookie: officer.cookie },
    })
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(String(headers['content-type'])).not.toMatch(/html|svg|javascript/)
    expect(String(headers['content-disposition'])).toMatch(inline ? /^inline/ : /^attachment/)
    expect(headers['cache-control']).toBe('private, no-store')
  }
})
