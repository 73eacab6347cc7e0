import { Alert, Select } from 'antd'
import { type ServiceKind, serviceKinds, tailoredKinds } from '../../../../policy/records/service-kinds.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { unless } from '../../../../ui/ability.ts'
import { type Reply, useCommand, useView } from '../../../../ui/api.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { useGo, usePathParam, useUrl } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { listEnterprises } from '../../diagnoses/contract.ts'
import { openNeed } from '../order-contract.ts'
import { words } from '../words.ts'
import './services.css'

/** A need of one diagnosed enterprise; the address may name enterprise and kind already (`?enterprise=&kind=`). */
export function NewNeedPage() {
  const t = useWords(words)
  const pilotId = usePathParam('pilotId')
  const view = useView(listEnterprises, { params: { pilotId } })
  return (
    <Page narrow title={t.needTitle} back={{ text: t.services, to: `/pilots/${pilotId}/services` }}>
      <Async view={view} isEmpty={(data) => data.enterprises.length === 0} empty={t.noServicesHere}>
        {(data) => <NeedForm pilotId={pilotId} enterprises={data.enterprises} />}
      </Async>
    </Page>
  )
}

type Enterprises = Reply<typeof listEnterprises>['enterprises']

function NeedForm({ pilotId, enterprises }: { pilotId: string; enterprises: Enterprises }) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const { search, setSearch } = useUrl()
  const kept = useKept(`pilot/${pilotId}/need`, { need: '', openedOn: dayOf(new Date()) as Day | null })
  const open = useCommand(openNeed, {
    onDone: ({ serviceId }) => {
      kept.forget()
      go(`/services/${serviceId}?act=select`)
    },
  })
  const enterprise = enterprises.find((one) => one.enterpriseId === search.enterprise)
  const kind = tailoredKinds.find((one) => one === search.kind)
  const errors = fieldTexts(open.error, say)
  const named = (one: ServiceKind) =>
    enterprise?.recommended.includes(one) ? `${say(serviceKinds[one])} · ${t.recommended}` : say(serviceKinds[one])
  const send = (unread?: readonly string[]) =>
    open.mutate({
      unread,
      body: {
        pilotId,
        enterpriseId: search.enterprise ?? '',
        kind: kind ?? 'talent',
        need: kept.form.need,
        openedOn: kept.form.openedOn ?? '',
      },
    })
  return (
    <PageForm
      typed={kept.typed}
      missing={[
        !enterprise && { field: 'enterpriseId', label: t.enterprise },
        !kind && { field: 'kind', label: t.kind },
        kept.form.need.trim() === '' && { field: 'need', label: t.need },
      ]}
    >
      {(unlessFaulty, still) => (
        <div className="panel form need-form">
          <RefusalAlert error={open.error} />
          <Field label={t.enterprise} name="enterpriseId" required error={errors.enterpriseId}>
            {(bind) => (
              <Select
                {...bind}
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t.chooseEnterprise}
                value={enterprise?.enterpriseId}
                onChange={(value: string) => setSearch({ enterprise: value })}
                options={enterprises.map((one) => ({
                  value: one.enterpriseId,
                  label: one.diagnosedOn ? one.name : `${one.name} · ${t.undiagnosed}`,
                }))}
              />
            )}
          </Field>
          {enterprise && !enterprise.diagnosedOn ? (
            <Alert
              type="warning"
              showIcon
              title={t.diagnoseFirst}
              description={
                <>
                  <span className="clause">G1.3</span>{' '}
                  <AppLink to={`/pilots/${pilotId}/enterprises/${enterprise.enterpriseId}`}>{t.goDiagnose}</AppLink>
                </>
              }
            />
          ) : null}
          <Field label={t.kind} name="kind" required error={errors.kind}>
            {(bind) => (
              <Select
                {...bind}
                value={kind}
                onChange={(value: string) => setSearch({ kind: value })}
                options={sorted(enterprise?.recommended ?? []).map((one) => ({ value: one, label: named(one) }))}
              />
            )}
          </Field>
          <Field label={t.openedOn} name="openedOn" required error={errors.openedOn}>
            {(bind) => (
              <DayInput
                {...bind}
                from={enterprise?.diagnosedOn ?? undefined}
                to={dayOf(new Date())}
                value={kept.form.openedOn}
                onChange={(openedOn) => kept.change({ openedOn })}
              />
            )}
          </Field>
          <Field label={t.need} name="need" required hint={t.needHint} error={errors.need}>
            {(bind) => (
              <ProseInput
                {...bind}
                rows={5}
                most={2000}
                showCount
                value={kept.form.need}
                onChange={(text) => kept.change({ need: text })}
              />
            )}
          </Field>
          {still}
          <ButtonRow>
            <ActionButton
              type="primary"
              loading={open.isPending}
              action={unless(enterprise && !enterprise.diagnosedOn && words.diagnoseFirst)}
              onClick={() => unlessFaulty(send, send)}
            >
              {t.submit}
            </ActionButton>
          </ButtonRow>
        </div>
      )}
    </PageForm>
  )
}

/** The recommended kinds first. */
function sorted(recommended: readonly ServiceKind[]): ServiceKind[] {
  return [...recommended, ...tailoredKinds.filter((kind) => !recommended.includes(kind))]
}
