import { expect, it } from 'vitest'
import { readSettings } from '../../src/settings.ts'

it.each([
  [undefined, ['loopback']],
  ['10.0.0.0/8, 192.0.2.7', ['10.0.0.0/8', '192.0.2.7']],
  ['loopback,2001:db8::/32', ['loopback', '2001:db8::/32']],
])('takes the proxies %s', (set, found) => {
  expect(readSettings(set === undefined ? {} : { TRUSTED_PROXIES: set }).trustedProxies).toEqual(found)
})

it.each(['0.0.0.0/0', '10.0.0.0/33', '::/129', 'proxy.example', '10.0.0.1/8/8', 'true'])('refuses %s', (set) => {
  expect(() => readSettings({ TRUSTED_PROXIES: set })).toThrow(
    `TRUSTED_PROXIES must be IP addresses, ranges or loopback, separated by commas: ${set}`,
  )
})

const s3 = { S3_BUCKET: 'yqt', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' }

it('keeps files in a bucket where one is named', () => {
  expect(readSettings({ ...s3, S3_BUCKET: ' ' }).s3).toBeNull()
  const amazon = { bucket: 'yqt', endpoint: null, region: 'us-east-1', accessKeyId: 'id', secretAccessKey: 'secret' }
  expect(readSettings(s3).s3).toEqual({ ...amazon, pathStyle: true })
  const own = { S3_ENDPOINT: 'https://s3.example', S3_REGION: 'cn-east-1', S3_PATH_STYLE: 'false' }
  expect(readSettings({ ...s3, ...own }).s3).toMatchObject({
    endpoint: 'https://s3.example',
    region: 'cn-east-1',
    pathStyle: false,
  })
})

it.each([
  [{ S3_SECRET_ACCESS_KEY: '' }, 'S3_SECRET_ACCESS_KEY must be set where S3_BUCKET is'],
  [{ S3_ACCESS_KEY_ID: '' }, 'S3_ACCESS_KEY_ID must be set where S3_BUCKET is'],
  [{ S3_ENDPOINT: 's3.example' }, 'S3_ENDPOINT must be an address such as https://host: s3.example'],
  [{ S3_PATH_STYLE: 'yes' }, 'S3_PATH_STYLE must be true or false: yes'],
])('says which setting of a bucket is wrong: %j', (wrong, said) => {
  expect(() => readSettings({ ...s3, ...wrong })).toThrow(said)
})

it('takes seconds for its end, and refuses what are none', () => {
  expect(readSettings({}).ending).toEqual({ leaveFor: 0, finishFor: 5_000 })
  expect(readSettings({ DRAIN_SECONDS: '10', STOP_SECONDS: '60' }).ending).toEqual({
    leaveFor: 10_000,
    finishFor: 60_000,
  })
  expect(() => readSettings({ DRAIN_SECONDS: '-1' })).toThrow('DRAIN_SECONDS must be 0 to 999 seconds: -1')
  expect(() => readSettings({ STOP_SECONDS: '5s' })).toThrow('STOP_SECONDS must be 0 to 999 seconds: 5s')
})

it('reads metrics nowhere unless a port is named, and then on this machine alone', () => {
  expect(readSettings({}).metrics).toBeNull()
  expect(readSettings({ METRICS_PORT: '' }).metrics).toBeNull()
  expect(readSettings({ METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 })
  expect(readSettings({ METRICS_PORT: '9464', METRICS_HOST: '10.0.0.5' }).metrics?.host).toBe('10.0.0.5')
  expect(() => readSettings({ METRICS_PORT: 'x' })).toThrow('METRICS_PORT must be 0–65535: x')
})

it('lets passwords grow old unless days are set, and ends sessions', () => {
  expect(readSettings({}).signIn).toEqual({ passwordDays: null, idleMinutes: 30, sessionHours: 12 })
  const set = { PASSWORD_DAYS: '90', IDLE_MINUTES: '15', SESSION_HOURS: '8' }
  expect(readSettings(set).signIn).toEqual({ passwordDays: 90, idleMinutes: 15, sessionHours: 8 })
  for (const name of Object.keys(set))
    for (const wrong of ['0', '-1', 'x', '1.5'])
      expect(() => readSettings({ [name]: wrong })).toThrow(`${name} must be 1 to 9999: ${wrong}`)
})

it('logs every request in production alone, unless it is told otherwise', () => {
  expect(readSettings({}).logLevel).toBe('warn')
  expect(readSettings({ NODE_ENV: 'production' }).logLevel).toBe('info')
  expect(readSettings({ LOG_LEVEL: 'debug' }).logLevel).toBe('debug')
  expect(() => readSettings({ LOG_LEVEL: 'all' })).toThrow('LOG_LEVEL must be one of error, warn, info, debug: all')
})

it('gives each unit 50 GB for its files, or what is set', () => {
  expect([readSettings({}).roomOfUnit, readSettings({ UNIT_STORAGE_GB: ' 2 ' }).roomOfUnit]).toEqual([
    50 * 1024 ** 3,
    2 * 1024 ** 3,
  ])
})

it.each(['0', '-1', '1.5', '50GB', '1000000'])('refuses %s as the room of a unit', (set) => {
  expect(() => readSettings({ UNIT_STORAGE_GB: set })).toThrow(`UNIT_STORAGE_GB must be 1 to 999999 (GB): ${set}`)
})
