import { QRCode } from 'antd'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand, useView } from '../../../../ui/api.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { usePathParam } from '../../../../ui/url.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import { printSlip } from '../confirmation-contract.ts'
import { showService } from '../contract.ts'
import { words as slipWords } from '../slip-words.ts'

/** The county prints what a message would have carried; who opens it needs the end of the registered number, too. */
export function SlipPage() {
  const t = useWords(slipWords)
  const serviceId = usePathParam('serviceId')
  const view = useView(showService, { params: { serviceId } })
  const print = useCommand(printSlip)
  const slip = print.data
  const link = slip ? `${window.location.origin}${slip.path}` : ''
  return (
    <Page
      title={t.title}
      subtitle={slip?.no}
      back={{ text: t.service, to: `/services/${serviceId}` }}
      actions={slip ? <PrintButton /> : null}
    >
      <Async view={view}>
        {({ actions }) => (
          <>
            <RefusalAlert error={print.error} />
            {slip ? (
              <Section title={t.to(slip.enterpriseName)}>
                <p>{t.asked(slip.parkName, slip.no)}</p>
                <div className="invite-code">
                  <QRCode value={link} size={220} type="svg" aria-label={t.qrLabel} />
                  <code>{link}</code>
                </div>
                <KeyValue
                  columns={1}
                  facts={[
                    { label: t.issuer, value: slip.issuer },
                    { label: t.code, value: t.codeNote(slip.issuer) },
                    { label: t.tries, value: t.triesLeft(slip.tries) },
                    { label: t.until, value: <InstantText at={slip.expiresAt} /> },
                  ]}
                />
                <p>{t.warning}</p>
              </Section>
            ) : (
              <Section title={t.title}>
                <p>{t.note}</p>
                <p>{t.once}</p>
                <ActionButton
                  type="primary"
                  action={abilityFor(actions, 'slip')}
                  loading={print.isPending}
                  onClick={() => print.mutate({ params: { serviceId } })}
                >
                  {t.make}
                </ActionButton>
              </Section>
            )}
          </>
        )}
      </Async>
    </Page>
  )
}
