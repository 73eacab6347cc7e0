import { enterpriseSize, industries, sizeNames } from '../../../../policy/services/enterprise-size.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { type Reply, useView } from '../../../../ui/api.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useGo, usePathParam, useUrl } from '../../../../ui/url.ts'
import { Count, StatusTag } from '../../../../ui/Values.tsx'
import { ContactPanel } from '../../contacts/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { DiagnosisResult } from './DiagnosisResult.tsx'
import { FormerDiagnoses } from './FormerDiagnoses.tsx'
import { Questionnaire } from './Questionnaire.tsx'
import './diagnoses.css'

/** One pilot enterprise: the questionnaire of its diagnosis, or what came of it. */
export function EnterprisePage() {
  const t = useWords(words)
  const pilotId = usePathParam('pilotId')
  const enterpriseId = usePathParam('enterpriseId')
  const go = useGo()
  const { search, setSearch } = useUrl()
  const me = useMe()
  const view = useView(contract.showEnterprise, { params: { enterpriseId } })
  const found = view.data
  const order = found && me.unitKind === 'park' ? abilityFor(found.actions, 'order') : undefined
  return (
    <Page
      title={found?.enterprise.name ?? t.title}
      subtitle={found?.enterprise.parkName}
      status={found && !found.diagnosis ? <StatusTag tone="warning">{t.undiagnosed}</StatusTag> : null}
      back={{ text: t.title, to: `/pilots/${pilotId}/enterprises` }}
      actions={
        <>
          {found?.diagnosis && me.unitKind === 'park' ? (
            <ActionButton action={abilityFor(found.actions, 'correct')} onClick={() => setSearch({ act: 'correct' })}>
              {t.correct}
            </ActionButton>
          ) : null}
          <ActionButton action={order} onClick={() => go(`/pilots/${pilotId}/services/new?enterprise=${enterpriseId}`)}>
            {t.order}
          </ActionButton>
        </>
      }
    >
      <Async view={view}>
        {({ enterprise, diagnosis, former, actions }) => (
          <>
            <EnterpriseFacts enterprise={enterprise} />
            <ContactPanel enterpriseId={enterpriseId} />
            {diagnosis && search.act === 'correct' && abilityFor(actions, 'correct')?.allowed ? (
              <Questionnaire enterprise={enterprise} former={diagnosis} onDone={() => setSearch({ act: null })} />
            ) : diagnosis ? (
              <>
                <DiagnosisResult
                  diagnosis={diagnosis}
                  pilotId={pilotId}
                  enterpriseId={enterpriseId}
                  mayOrder={order?.allowed ?? false}
                />
                <FormerDiagnoses standing={diagnosis} former={former} />
              </>
            ) : abilityFor(actions, 'diagnose')?.allowed ? (
              <Questionnaire enterprise={enterprise} />
            ) : (
              <div className="panel empty">{t.undiagnosed}</div>
            )}
          </>
        )}
      </Async>
    </Page>
  )
}

type Enterprise = Reply<typeof contract.showEnterprise>['enterprise']

function EnterpriseFacts({ enterprise }: { enterprise: Enterprise }) {
  const t = useWords(words)
  const say = useText()
  const size = enterpriseSize(enterprise)
  return (
    <Section
      title={t.name}
      actions={
        <>
          <AppLink to={`/pilots/${enterprise.pilotId}/enterprises/${enterprise.enterpriseId}/register`}>
            {t.toRegister}
          </AppLink>
          <AppLink to={`/pilots/${enterprise.pilotId}/services?enterpriseId=${enterprise.enterpriseId}`}>
            {t.toServices}
          </AppLink>
        </>
      }
    >
      <KeyValue
        columns={3}
        facts={[
          { label: t.uscc, value: <span className="number">{enterprise.uscc}</span> },
          { label: t.industry, value: say(industries[enterprise.industry]) },
          { label: t.size, value: size ? say(sizeNames[size]) : '—' },
          { label: t.staff, value: <Count value={enterprise.staff} /> },
          { label: t.revenue, value: <Count value={enterprise.revenueWan} /> },
          { label: t.assets, value: <Count value={enterprise.assetsWan} /> },
        ]}
      />
    </Section>
  )
}
