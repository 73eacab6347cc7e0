import type { z } from 'zod'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { notFound } from '../../platform/errors.ts'
import * as policy from '../../policy/payment.ts'
import { refuse } from '../../policy/refuse.ts'
import { step } from '../../policy/service.ts'
import { balances, lineBalances } from '../funds/public.ts'
import { abilityOf } from '../pilots/public.ts'
import { agenciesOf, pilotEnterpriseById } from '../plans/public.ts'
import { readService } from '../services/public.ts'
import type { listPayments, showPayments } from './contract.ts'
import { lockedShape } from './store.ts'

type PaymentsView = z.input<typeof showPayments.reply>

const pageSize = 50

/** Invoice and payments of a service, with what the next step is held against. */
export async function showPaymentsView(tx: Tx, serviceId: string, actor: Actor): Promise<PaymentsView> {
  const { service, pilot } = await readService(tx, serviceId)
  const enterprise = await pilotEnterpriseById(tx, service.enterpriseId)
  const agency = (await agenciesOf(tx, pilot.id)).find((one) => one.uscc === service.selection?.agencyUscc)
  const rows = await paymentRows(tx, serviceId)
  const live = rows.find((row) => row.state !== 'cancelled')
  const { contract } = service
  const mayPrepare = service.state === 'invoiced' && !live ? null : refuse(live ? 'payments.one-at-a-time' : 'payments.no-invoice', 'G3.6')
  const inPark = actor.unitKind === 'park'
  return {
    state: service.state,
    agency: agency ? { uscc: agency.uscc, name: agency.name } : null,
    buyers: [
      { uscc: pilot.parkUscc ?? '', name: pilot.parkName },
      ...(enterprise ? [{ uscc: enterprise.uscc, name: enterprise.name }] : []),
    ],
    contract,
    invoices: await invoiceRows(tx, serviceId),
    payments: rows.map((row) => shownPayment(row, actor)),
    limits:
      inPark && contract?.fundLineId
        ? {
            committedFen: (await lineBalances(tx, contract.fundLineId)).committedFen,
            cashFen: (await balances(tx, pilot.id)).cash ?? 0,
          }
        : null,
    actions: [
      abilityOf(actor, 'record-invoice', 'service.invoice', step(service, 'invoice')),
      abilityOf(actor, 'prepare-payment', 'payment.prepare', mayPrepare),
    ],
  }
}

function invoiceRows(tx: Tx, serviceId: string): Promise<PaymentsView['invoices']> {
  return tx
    .selectFrom('invoices')
    .select(['id as invoiceId', 'number', 'sellerUscc', 'sellerName', 'buyerName', 'issuedOn', 'totalFen as sumFen', 'fileId'])
    .where('serviceId', '=', serviceId)
    .orderBy('recordedAt')
    .execute()
}

function paymentRows(tx: Tx, serviceId: string) {
  return tx
    .selectFrom('payments as p')
    .innerJoin('accounts as maker', 'maker.id', 'p.preparedBy')
    .leftJoin('accounts as checker', 'checker.id', 'p.approvedBy')
    .selectAll('p')
    .select(['maker.name as preparedByName', 'checker.name as approvedByName'])
    .where('p.serviceId', '=', serviceId)
    .orderBy('p.preparedAt', 'desc')
    .execute()
}

function shownPayment(row: Awaited<ReturnType<typeof paymentRows>>[number], actor: Actor): PaymentsView['payments'][number] {
  const payment = lockedShape(row)
  const may = (action: policy.PaymentAction) => policy.mayStep(payment, action)
  return {
    paymentId: row.id,
    state: payment.state,
    provincialFen: row.provincialFen,
    parkFen: row.parkFen,
    payeeName: row.payeeName,
    purpose: row.purpose,
    preparedByName: row.preparedByName,
    preparedAt: row.preparedAt.toISOString(),
    approvedByName: row.approvedByName,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    receiptNo: row.receiptNo,
    receiptFileId: row.receiptFile,
    paidOn: row.paidOn,
    cancelReason: row.cancelReason,
    actions: [
      abilityOf(actor, 'approve', 'payment.approve', may('approve') ?? policy.mayApprove(payment, actor.accountId)),
      abilityOf(actor, 'record-receipt', 'payment.record-receipt', may('record-receipt')),
      abilityOf(actor, 'cancel', 'payment.prepare', may('cancel')),
    ],
  }
}

type Listed = z.input<typeof listPayments.reply>

/** A pilot's payments, newest first; 50 a page. */
export async function listPaymentsView(
  tx: Tx,
  pilotId: string,
  { state, page }: { state?: string | undefined; page: number },
): Promise<Listed> {
  const visible = await tx.selectFrom('pilots').select('id').where('id', '=', pilotId).executeTakeFirst()
  if (!visible) throw notFound({ zh: '试点园区', en: 'pilot park' })
  const all = tx
    .selectFrom('payments as p')
    .where('p.pilotId', '=', pilotId)
    .$if(state !== undefined, (select) => select.where('p.state', '=', state as string))
  const { total } = await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .innerJoin('services as s', 's.id', 'p.serviceId')
    .innerJoin('pilotEnterprises as e', 'e.id', 's.enterpriseId')
    .select(['p.id as paymentId', 'p.serviceId', 's.no as serviceNo', 'e.name as enterpriseName', 'p.state'])
    .select(['p.provincialFen', 'p.parkFen', 'p.payeeName', 'p.preparedAt', 'p.paidOn'])
    .orderBy('p.preparedAt', 'desc')
    .orderBy('p.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    total,
    payments: rows.map(({ preparedAt, state: at, ...row }) => ({
      ...row,
      state: at as Listed['payments'][number]['state'],
      preparedAt: preparedAt.toISOString(),
    })),
  }
}
