import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { samplingMethods } from '../../../../policy/oversight/sampling.ts'
import { riskFactorList, riskFactors } from '../../../../policy/oversight/sampling-plans.ts'
import { bureauNames } from '../../../../policy/people/roles.ts'
import { serviceStateNames } from '../../../../policy/services/service.ts'
import { Async } from '../../../../ui/Async.tsx'
import { downloadUrl, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { DownloadPaper } from '../../../../ui/DownloadPaper.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { usePathParam } from '../../../../ui/url.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { PlanActs } from './PlanActs.tsx'
import { Sample } from './Sample.tsx'
import { StateTag } from './StateTag.tsx'
import './sampling.css'

/** One sampling plan with its approvals and, once drawn, its seed, the hash of its frame and its sample. */
export function SamplingPlanPage() {
  const planId = usePathParam('planId')
  const view = useView(contract.showSamplingPlan, { params: { planId } })
  return <Async view={view}>{(plan) => <Plan plan={plan} />}</Async>
}

type PlanProps = { plan: contract.PlanView }

function Plan({ plan }: PlanProps) {
  const t = useWords(words)
  const { language } = useLanguage()
  const { planId, draw, withdrawal } = plan
  return (
    <Page
      title={plan.purpose}
      subtitle={`${plan.countyName} · ${plan.batchName}`}
      back={{ text: t.title, to: '/sampling-plans' }}
      actions={
        <>
          <DownloadPaper word={downloadUrl(contract.samplingWord, { planId }, { language })} />
          {draw ? (
            <Button
              href={downloadUrl(contract.samplingFrame, { planId }, {})}
              download
              icon={<DownloadOutlined aria-hidden />}
            >
              {t.frameFile}
            </Button>
          ) : null}
          <PrintButton />
          <PlanActs plan={plan} />
        </>
      }
    >
      <Facts plan={plan} />
      <Section id="approvals" title={t.approvals}>
        {withdrawal ? (
          <p>
            {t.withdrawal}：{withdrawal.reason}（{withdrawal.byName} <InstantText at={withdrawal.at} />）
          </p>
        ) : null}
        <Approvals plan={plan} />
      </Section>
      {draw ? <Sample plan={plan} draw={draw} /> : null}
    </Page>
  )
}

function Facts({ plan }: PlanProps) {
  const t = useWords(words)
  const say = useText()
  const { states, parks } = plan
  return (
    <Section id="plan" title={t.plan}>
      <KeyValue
        columns={3}
        facts={[
          { label: t.state, value: <StateTag state={plan.state} /> },
          { label: t.method, value: say(samplingMethods[plan.method]) },
          { label: t.size, value: plan.size },
          { label: t.seed, value: <span className="sampling-code">{plan.seed}</span> },
          { label: t.period, value: `${plan.openedFrom} – ${plan.openedTo}` },
          { label: t.countedOnly, value: plan.countedOnly ? t.yes : t.notOnly },
          { label: t.parks, value: parks.length > 0 ? parks.join('、') : t.all },
          {
            label: t.states,
            value: states.length > 0 ? states.map((state) => say(serviceStateNames[state])).join('、') : t.all,
          },
          {
            label: t.preparedBy,
            value: (
              <>
                {plan.prepared.byName} <InstantText at={plan.prepared.at} />
              </>
            ),
          },
          ...(plan.method === 'risk-weighted' ? riskFactorList : []).map((factor) => ({
            label: say(riskFactors[factor]),
            value: plan.weights[factor],
          })),
        ]}
      />
    </Section>
  )
}

function Approvals({ plan: { approvals } }: PlanProps) {
  const t = useWords(words)
  const say = useText()
  return (
    <DataTable
      label={t.approvals}
      columns={[
        { key: 'bureau', title: t.bureau, width: 160, show: ({ bureau }) => say(bureauNames[bureau]) },
        { key: 'byName', title: t.approvedBy, width: 200 },
        { key: 'at', title: t.at, width: 160, show: ({ at }) => <InstantText at={at} /> },
        {
          key: 'approvalId',
          title: t.approvalId,
          width: 320,
          show: ({ approvalId }) => <span className="sampling-code">{approvalId}</span>,
        },
      ]}
      rows={approvals}
      rowKey={(row) => row.approvalId}
      empty={t.noApprovals}
    />
  )
}
