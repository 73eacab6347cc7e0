import { demoPassword } from '../../database/demo/password.ts'
import { makePdf } from '../../database/demo/photos.ts'
import { approveAccount, awardFen } from '../../database/demo/programme.ts'
import * as einvoices from '../../src/features/delivery/payments/einvoice-contract.ts'
import * as inbox from '../../src/features/oversight/inbox/contract.ts'
import * as province from '../../src/features/oversight/province/contract.ts'
import * as accounts from '../../src/features/programme/accounts/contract.ts'
import * as imports from '../../src/features/programme/accounts/import-contract.ts'
import * as requests from '../../src/features/programme/accounts/request-contract.ts'
import * as sessions from '../../src/features/programme/accounts/session-contract.ts'
import * as evidence from '../../src/features/programme/files/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import * as session from '../../src/shared/session.ts'
import { sendWorkbook, sheetOf } from '../support/imports.ts'
import { nextNumber } from '../support/numbers.ts'
import { photo } from '../support/services.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'

const fresh = (title: string) => `${title}${nextNumber()}`

async function newPark({ world, county, countyId }: Side) {
  const admin = await world.administrator()
  const body = { kind: 'park' as const, parentId: countyId, name: fresh(`${county}新园区`) }
  return admin.done(units.registerUnit, { body })
}

/** A photo that an officer of the park uploaded and has not used yet. */
async function parkPhoto({ world, park }: Side) {
  return { params: { fileId: await photo(world, `${park.name}·服务专员`) }, scope: park.scope }
}

async function newAccount({ world, park }: Side) {
  const admin = await world.administrator()
  const body = { unitId: park.parkId, name: fresh('账号'), post: 'fund-officer' }
  const { accountId } = await admin.done(accounts.createAccount, { body })
  return { params: { accountId }, scope: park.scope }
}

/** Of a bureau, which two administrators open. */
async function bureauAccount({ world, countyId, countyScope }: Side) {
  const admin = await world.administrator()
  const body = { unitId: countyId, name: fresh('部门账号'), post: 'economy-officer' }
  const { accountId } = await admin.done(accounts.createAccount, { body })
  return { params: { accountId }, scope: countyScope }
}

async function activate({ world }: Side, accountId: string): Promise<void> {
  const admin = await world.administrator()
  const { slips } = await admin.done(accounts.issueActivations, { body: { accountIds: [accountId] } })
  const params = { token: slips[0]?.path.split('/').at(-1) ?? '' }
  await world.stranger().done(accounts.activateAccount, { params, body: { password: demoPassword } })
}

async function activationToken(side: Side): Promise<string> {
  const { params } = await newAccount(side)
  const admin = await side.world.administrator()
  const { slips } = await admin.done(accounts.issueActivations, { body: { accountIds: [params.accountId] } })
  return slips[0]?.path.split('/').at(-1) ?? ''
}

/** A workbook with one account that nobody has opened yet. */
async function accountsFile({ park }: Side) {
  const name = fresh(`${park.name}·导入账号`)
  const rows = [
    ['单位', '岗位', '账号'],
    [park.name, '园区服务专员', name],
  ]
  // The name tells what is in it, so that an answer that repeats it is known to tell nothing new.
  return { upload: { name: `${name}.xlsx`, content: await sheetOf(rows, '账号') }, scope: null }
}

export const peopleSamples: readonly Making[] = [
  sample(sessions.listSessions, () => ({ scope: null })),
  sample(imports.accountTemplate, () => ({ search: { language: 'zh' as const }, scope: null })),
  sample(imports.previewAccounts, accountsFile),
  sample(imports.importAccounts, async (side) => {
    const { upload, scope } = await accountsFile(side)
    const asked = { params: {}, search: {} }
    const admin = await side.world.administrator()
    const { body } = await sendWorkbook<imports.AccountsPreview>(admin, imports.previewAccounts, asked, upload)
    return { upload, scope, search: { digest: body.digest, acceptedWarnings: 0 } }
  }),
  sample(imports.markAccounts, async (side) => ({
    ...(await accountsFile(side)),
    search: { language: 'zh' as const },
  })),
  sample(session.signIn, ({ county }) => ({
    body: { name: `${county}经信局·经办`, password: demoPassword },
    scope: null,
    endsSession: true,
  })),
  sample(session.signOut, () => ({ scope: null, endsSession: true })),
  sample(session.whoAmI, () => ({ scope: null })),
  sample(accounts.createAccount, ({ park }) => ({
    body: { unitId: park.parkId, name: fresh(`${park.name}·新账号`), post: 'service-officer' },
    scope: park.scope,
  })),
  sample(accounts.changePassword, () => ({ body: { current: demoPassword, next: fresh('Brand-new-') }, scope: null })),
  // All others of who asks; which one is another's is asked beside the route.
  sample(sessions.endSessions, () => ({ body: {}, scope: null })),
  sample(accounts.listAccounts, () => ({ search: {}, scope: null })),
  sample(accounts.issueActivations, async (side) => {
    const { params, scope } = await newAccount(side)
    return { body: { accountIds: [params.accountId] }, scope }
  }),
  sample(accounts.showActivation, async (side) => ({ params: { token: await activationToken(side) }, scope: null })),
  sample(accounts.activateAccount, async (side) => ({
    params: { token: await activationToken(side) },
    body: { password: demoPassword },
    scope: null,
    endsRecord: true,
  })),
  sample(accounts.closeAccount, async (side) => ({ ...(await newAccount(side)), body: { closed: true } })),
  sample(requests.askForAccount, async (side) => {
    const account = await bureauAccount(side)
    await approveAccount(side.world, account.params.accountId)
    await activate(side, account.params.accountId)
    return { ...account, body: { act: 'reset' as const }, endsRecord: true }
  }),
  sample(requests.decideAccount, async (side) => ({
    ...(await bureauAccount(side)),
    body: { approved: true, reason: '' },
    endsRecord: true,
  })),
  sample(units.listUnits, ({ countyId }) => ({ search: { kind: 'park' as const, parentId: countyId }, scope: null })),
  sample(units.registerUnit, ({ county, countyId, countyScope }) => ({
    body: { kind: 'park' as const, parentId: countyId, name: fresh(`${county}登记园区`) },
    scope: countyScope,
  })),
  sample(evidence.listDamagedFiles, () => ({ scope: null })),
  sample(evidence.listStorage, () => ({ scope: null })),
  sample(evidence.uploadFile, () => ({
    upload: { name: '材料.pdf', content: makePdf({ title: '材料', lines: [fresh('')] }) },
    scope: null,
  })),
  sample(evidence.showFile, parkPhoto),
  sample(evidence.downloadFile, parkPhoto),
  sample(evidence.viewFile, parkPhoto),
  sample(evidence.previewFile, parkPhoto),
  sample(einvoices.readInvoiceFile, parkPhoto),
  sample(pilots.listPilots, () => ({ scope: null })),
  sample(pilots.showPilot, ({ park }) => ({ params: { pilotId: park.pilotId }, scope: park.scope })),
  sample(pilots.listBatches, () => ({ scope: null })),
  sample(pilots.showBatch, ({ batchId }) => ({ params: { batchId }, scope: null })),
  sample(pilots.createBatch, () => ({
    body: { edition: 'zj-2023', firstYear: 2027, name: fresh('批次') },
    scope: null,
  })),
  sample(pilots.admitPilot, async (side) => {
    const { unitId, scope } = await newPark(side)
    return { body: { batchId: side.batchId, parkId: unitId, awardFen }, scope }
  }),
  sample(inbox.showInbox, () => ({ scope: null })),
  sample(inbox.listParks, () => ({ scope: null })),
  sample(province.showProvince, ({ batchId }) => ({ search: { batchId }, scope: null })),
]
