import type { ReactNode } from 'react'
import type { CourseStep } from '../../../../policy/services/service-course.ts'
import type { ServiceView } from '../contract.ts'
import { AnswerBody } from './AnswerBody.tsx'
import { DeliveryBody } from './DeliveryBody.tsx'
import { FormerDays } from './FormerDays.tsx'
import { InvoiceBody, PaymentBody } from './MoneyBody.tsx'
import { NeedBody } from './NeedBody.tsx'
import { SelectionBody } from './SelectionBody.tsx'
import { SigningBody } from './SigningBody.tsx'
import { VisitsBody } from './VisitsBody.tsx'

/** What stands under each step of the course; nothing where nothing happened yet. */
export const stepBodies: Readonly<Record<CourseStep, (service: ServiceView) => ReactNode>> = {
  need: (service) => <NeedBody service={service} />,
  selection: (service) =>
    service.selection && (
      <>
        <SelectionBody selection={service.selection} />
        <FormerDays service={service} step="selection" />
      </>
    ),
  signing: ({ signed }) => signed && <SigningBody signed={signed} />,
  visits: ({ visits, evidence }) => (visits.length > 0 ? <VisitsBody visits={visits} evidence={evidence} /> : null),
  delivery: ({ deliveries, evidence }) =>
    deliveries.length > 0 ? <DeliveryBody deliveries={deliveries} evidence={evidence} /> : null,
  answer: (service) => <AnswerBody service={service} />,
  invoice: ({ invoices }) => (invoices.length > 0 ? <InvoiceBody invoices={invoices} /> : null),
  payment: ({ payments }) => (payments.length > 0 ? <PaymentBody payments={payments} /> : null),
  closing: () => null,
}
