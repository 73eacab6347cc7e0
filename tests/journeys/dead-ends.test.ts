import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { serviceAt } from '../support/services.ts'
import { administratorName } from '../support/template.ts'

let story: Story
let park: Park
beforeAll(async () => {
  story = await startStory('dead-ends', { at: '2026-05-12T10:00:00+08:00' })
  ;({ park } = await fundedPilot(story.world))
  await serviceAt(story.world, park, 'confirmed', { complete: true })
})
afterAll(() => story?.close())

const root = fileURLToPath(new URL('../../src/features', import.meta.url))
/** Every address of the product, from the lists of the features. */
const routes = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\/web\/(?:\w+-)?routes\.tsx$/.test(file))
  .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:page|publicPage)\(\s*'([^']+)'/g)])
  .map(([, path = '']) => path)
const withId = routes.filter((path) => path.includes('$'))
const nowhere = '018f0000-0000-7000-8000-000000000000'
/** What a page reads of its address, with values that none of them takes. */
const nonsense =
  'show=zzz&page=zzz&kind=zzz&batchId=zzz&pilotId=zzz&period=zzz&state=zzz&standing=zzz&sort=zzz&act=zzz&tranche=zzz&section=zzz&field=zzz&q=%00&code=zzz'

/** Pages that a guest reads: they have their own words for what is not there. */
const isPublic = (path: string) => /^\/(?:activate|c|verify|public|sign-in|api-docs|simulated-phone)\b/.test(path)

const people = {
  'a county': () => '嘉善县经信局·经办',
  'a park': () => `${park.name}·负责人`,
  'the province': () => '省经信厅·处室',
}

/** Each address is opened anew by one of them; the others come to it from within, as by a link. */
const opensAnew = 'a park'
const comeTo = (seat: Person, who: string, address: string) =>
  who === opensAnew ? seat.go(address) : seat.navigate(address)

/** Where somebody stands: the title, and the links that lead on from what is said there. */
async function standing({ page }: Person) {
  const area = page.locator('main').last()
  const end = area.locator('.dead-end')
  return {
    /** One heading and one sentence, the one not a copy of the other. */
    said: {
      headings: await page.locator('h1').count(),
      ends: await page.locator('.dead-end').count(),
      repeated: await page.locator('.dead-end').evaluateAll((all) => {
        const heading = all[0]?.ownerDocument.querySelector('h1')?.textContent?.trim() ?? ''
        return heading === '…' || all.some((one) => one.querySelector('p')?.textContent?.trim() === heading)
      }),
    },
    title: (await page.locator('h1').last().textContent({ timeout: 5_000 })) ?? '',
    isEnd: (await end.count()) > 0,
    isBroken: (await area.getByRole('button', { name: /重试|重新加载/ }).count()) > 0,
    ways: await end.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href'))),
  }
}

/** What every address without a record behind it shows. */
const oneEnd = { headings: 1, ends: 1, repeated: false, isBroken: false, home: true }

describe.each(Object.entries(people))('an address that leads nowhere, opened by %s', (who, name) => {
  it('says of every record that it is not there, and leads home', async () => {
    const seat = await story.person(name())
    const found: (typeof oneEnd & { address: string })[] = []
    for (const path of withId.filter((one) => !isPublic(one)))
      for (const id of who === 'a park' ? ['abc', nowhere] : [nowhere]) {
        const address = path.replace(/\$\w+/g, id)
        await comeTo(seat, who, address)
        const { said, isBroken, ways } = await standing(seat)
        found.push({ address, ...said, isBroken, home: ways.includes('/') })
      }
    expect(found).toEqual(found.map(({ address }) => ({ address, ...oneEnd })))
    await seat.step('没有的记录')
  })

  it('of every list, shows what there is or how to clear what the address asks for', async () => {
    const seat = await story.person(name())
    for (const path of routes.filter((one) => !one.includes('$'))) {
      for (const address of [path, `${path}?${nonsense}`]) {
        await comeTo(seat, who, address)
        const { title, isEnd, isBroken, ways } = await standing(seat)
        expect({ address, title: title !== '', isBroken }).toEqual({ address, title: true, isBroken: false })
        if (isEnd) expect(ways.length, address).toBeGreaterThan(0)
      }
    }
    for (const address of ['/nowhere', '/filings/abc/def', '/filings?show=zzz', '/%E6%B2%A1%E6%9C%89']) {
      await comeTo(seat, who, address)
      const { isEnd, ways } = await standing(seat)
      expect({ address, isEnd }).toEqual({ address, isEnd: true })
      expect(ways, address).toContain('/')
    }
    await seat.step('没有的地址')
  })
})

it('a page that belongs to another post says so, and whose it is', async () => {
  const seat = await story.person(`${park.name}·负责人`)
  await seat.go(`/batches/${nowhere}`)
  const { title, isEnd, ways } = await standing(seat)
  expect({ title: title.trim(), isEnd, ways }).toEqual({ title: '无权查看此页', isEnd: true, ways: ['/'] })
  await seat.sees(/园区负责人无权.+，由.+办理。/)
  await seat.step('无权查看')
})

it('a place that belongs to other posts shows neither its heading nor its tabs', async () => {
  const seat = await story.person(administratorName)
  for (const address of ['/calendar', '/calendar?view=feed', '/services', '/signing']) {
    await seat.go(address)
    const { title, isEnd, said, ways } = await standing(seat)
    const { ends, headings } = said
    expect({ title: title.trim(), isEnd, ends, headings, ways }, address).toEqual({
      ...{ title: '无权查看此页', isEnd: true, ends: 1, headings: 1, ways: ['/'] },
    })
    expect(await seat.page.locator('.page-tabs').count(), address).toBe(0)
  }
  await seat.sees(/系统管理员无权.+，由.+办理。/)
  await seat.step('别的岗位的页面')
})

it('a page beyond the last says so, and leads to the last', async () => {
  const seat = await story.person('嘉善县经信局·经办')
  await seat.go('/services?page=99')
  await seat.page.getByText('没有这一页').waitFor()
  await seat.page.getByRole('button', { name: '转到最后一页' }).click()
  await seat.page.getByText('没有这一页').waitFor({ state: 'detached' })
  await seat.step('最后一页')
})

it('a guest is asked to sign in, or told in the words of the public page', async () => {
  const guest = await story.guest()
  for (const path of [...routes, '/nowhere'])
    for (const id of ['abc', nowhere]) {
      const address = path.replace(/\$\w+/g, id)
      const mustSignIn = !isPublic(path) && !path.startsWith('/notices')
      if (id === 'abc') await guest.go(address)
      else {
        // From within the product: the page that signs in is none of it.
        await guest.go('/public/notices')
        await guest.navigate(address)
        if (mustSignIn) await guest.page.waitForURL('**/sign-in?**')
      }
      const { pathname } = new URL(guest.page.url())
      const { title, isBroken } = await standing(guest)
      expect({ path, title: title !== '', isBroken }).toEqual({ path, title: true, isBroken: false })
      if (mustSignIn) expect(pathname, path).toBe('/sign-in')
      if (!path.includes('$')) break
    }
  await guest.go('/c/abc')
  expect(await guest.page.locator('.ways-on a').count()).toBe(2)
  await guest.page.getByRole('button', { name: 'English' }).waitFor()
  await guest.step('没有的链接')
  await guest.page.goto(new URL('/%E0%A4%A', guest.page.url()).href)
  await guest.page.getByRole('button', { name: 'English' }).waitFor()
  expect(new URL(guest.page.url()).pathname).toBe('/sign-in')
  await guest.go('/public/notices/abc')
  await guest.step('没有的公示')
})
