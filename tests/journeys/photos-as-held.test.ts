import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { makePhoto } from '../../database/demo/photos.ts'
import type { Park } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { serviceAt } from '../support/services.ts'

let story: Story
let park: Park
let firstId = ''
let secondId = ''

beforeAll(async () => {
  story = await startStory('photos-as-held', { at: '2026-05-06T10:00:00+08:00' })
  park = (await fundedPilot(story.world)).park
  firstId = await serviceAt(story.world, park, 'contracted')
  secondId = await serviceAt(story.world, park, 'contracted', { kind: 'talent', enterprise: 1 })
})
afterAll(() => story?.close())

async function photo(seed: number): Promise<Buffer> {
  return makePhoto({ seed, capturedAt: story.world.now, latitude: 30.84, longitude: 120.93, caption: `现场${seed}` })
}

async function visiting(serviceId: string, options: { phone?: boolean } = {}): Promise<Person> {
  const officer = await story.person(`${park.name}·服务专员`, { ...options, path: `/services/${serviceId}` })
  await officer.press('登记服务过程')
  await officer.dialog.fill('服务内容', '现场辅导')
  return officer
}

describe('photos as phones hand them over', () => {
  it('are taken as HEIC, and under their right name where another stood', async () => {
    const officer = await visiting(firstId)
    const heic = {
      name: 'IMG_0042.HEIC',
      content: await readFile(new URL('../cases/files/photo.heic', import.meta.url)),
    }
    await officer.dialog.attach('现场照片', heic)
    const chosen = officer.page.getByRole('dialog').locator('input[type=file]').first()
    await chosen.setInputFiles([{ name: 'IMG_0043.HEIC', mimeType: 'image/heic', buffer: await photo(201) }])
    await officer.dialog.sees('IMG_0043.jpg', '“IMG_0043.HEIC”的扩展名与内容不符，已按内容改名为“IMG_0043.jpg”')
    await officer.step('改名')
    const many = await Promise.all(
      Array.from({ length: 19 }, async (_, i) => ({ name: `现场${i}.jpg`, buffer: await photo(300 + i) })),
    )
    await chosen.setInputFiles(many.map((one) => ({ ...one, mimeType: 'image/jpeg' })))
    await officer.dialog.sees('最多 20 个', '最多 20 个文件，未加入：现场18.jpg', '现场17.jpg')
    await officer.step('选得太多')
    await officer.dialog.press(/^知道了/)
    await officer.submit('提交')
    await officer.sees('现场辅导', '原图')
    await officer.step('照片')
  })

  it('on a phone, too; and the same one, saved again, is found', async () => {
    const officer = await visiting(secondId, { phone: true })
    const again = await sharp(await photo(201))
      .resize(500)
      .jpeg({ quality: 60 })
      .toBuffer()
    await officer.dialog.attach('现场照片', { name: '微信图片.jpg', content: again })
    await officer.step('手机上登记')
    await officer.submit('提交')
    const county = await story.person('嘉善县经信局·经办', { path: '/findings' })
    await county.sees('同一照片（另存或压缩后）用于两处')
    await county.step('疑点')
    const onPhone = await story.person('嘉善县经信局·经办', { path: '/findings', phone: true })
    await onPhone.step('手机上的疑点')
  })
})
