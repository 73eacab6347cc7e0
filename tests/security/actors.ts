import { demoPassword } from '../../database/demo/password.ts'
import { openAccount } from '../../database/demo/programme.ts'
import { administratorNames } from '../../src/features/programme/accounts/found-administrators.ts'
import type { Post } from '../../src/policy/people/roles.ts'
import { address, type Route } from '../../src/shared/route.ts'
import type { World } from '../support/world.ts'
import type { Sample } from './sample.ts'
import type { Counties, Enterprise } from './side.ts'
import { provincialExpert } from './steps-evaluations.ts'

/** Who knocks: a post with its session, or nobody. */
export type Actor = {
  readonly who: string
  readonly post: Post | null
  readonly scope: string
  readonly cookie: string
}

export const nobody: Actor = { who: 'nobody', post: null, scope: '', cookie: '' }

/** Every post there is, in 嘉善县， and beside them a neighbouring park and a neighbouring enterprise. */
export async function everybody({ world, own }: Counties): Promise<Actor[]> {
  const { county, park, planPark, evaluatedPark, enterprises } = own
  const [first, second] = enterprises
  const contacts = [await contactOf(world, first), await contactOf(world, second)]
  const ofPark = (name: string) => [`${name}·负责人`, `${name}·服务专员`, `${name}·资金专员`]
  const bureaus = ['经信局·经办', '经信局·负责人', '财政局·经办', '财政局·负责人'].map((post) => `${county}${post}`)
  const province = [
    '省经信厅·处室',
    '省经信厅·负责人',
    '省财政厅·处室',
    '省财政厅·负责人',
    ...Object.values(administratorNames),
  ]
  const experts = [provincialExpert]
  const names = [
    ...ofPark(park.name),
    ...contacts,
    ...bureaus,
    ...experts,
    ...province,
    ...ofPark(planPark.name),
    ...ofPark(evaluatedPark.name),
  ]
  const actors = [nobody]
  for (const name of names) actors.push(await signedIn(world, name))
  return actors
}

async function contactOf(world: World, enterprise: Enterprise | undefined): Promise<string> {
  if (!enterprise) throw new Error('no enterprise')
  const { unitId, name: unit } = enterprise
  const name = `${unit}·联系人`
  await openAccount(world, unitId, 'enterprise-contact', name)
  return name
}

/** A new session, with its cookie at hand. */
export async function signedIn(world: World, name: string): Promise<Actor> {
  const body = { name, password: demoPassword }
  const response = await world.http.inject({ method: 'POST', url: '/api/session', payload: body })
  const cookie = response.cookies.find((one) => one.name === 'yqt_session')?.value
  if (response.statusCode !== 200 || !cookie) throw new Error(`${name} cannot sign in: ${response.body}`)
  const { account } = response.json() as { account: { post: Post; scope: string } }
  return { who: name, post: account.post, scope: account.scope, cookie: `yqt_session=${cookie}` }
}

export type Reply = {
  readonly status: number
  readonly type: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly raw: Buffer
  readonly text: string
}

type Request = Pick<Sample, 'params' | 'search' | 'body' | 'upload'>

/** Knocks with exactly this, whatever the contract says. */
export async function knock(
  world: World,
  route: Route,
  request: Partial<Request>,
  by: Actor,
  more: Record<string, string> = {},
): Promise<Reply> {
  const { params = {}, search = {}, body = {}, upload = null } = request
  const headers: Record<string, string> = { ...(by.cookie ? { cookie: by.cookie } : {}), ...more }
  if (upload) {
    headers['content-type'] = 'application/octet-stream'
    headers['x-file-name'] = encodeURIComponent(upload.name)
  } else if (route.method !== 'GET') headers['content-type'] = 'application/json'

  const payload = upload ? upload.content : JSON.stringify(body)
  const response = await world.http.inject({
    method: route.method,
    url: address(route, params, search),
    headers,
    ...(route.method === 'GET' ? {} : { payload }),
  })
  const { statusCode, headers: answered, rawPayload } = response
  const type = String(answered['content-type'] ?? '')
  return {
    status: statusCode,
    type,
    headers: answered,
    raw: rawPayload,
    text: /json|text/.test(type) ? response.body : '',
  }
}
