import { sampledHow } from '../../../../policy/oversight/sampling-plans.ts'
import { serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { InstantText, Money, StatusTag } from '../../../../ui/Values.tsx'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'

type Props = { plan: contract.PlanView; draw: NonNullable<contract.PlanView['draw']> }

/** How it was drawn, so that anybody can draw it again, and what came out. */
export function Sample({ plan, draw }: Props) {
  const t = useWords(words)
  return (
    <>
      <Section id="draw" title={t.draw}>
        {draw.drawn < plan.size ? <p>{t.fewerDrawn(draw.drawn, plan.size)}</p> : null}
        <KeyValue
          columns={3}
          facts={[
            {
              label: t.drawnBy,
              value: (
                <>
                  {draw.byName} <InstantText at={draw.at} />
                </>
              ),
            },
            { label: t.frameSize, value: draw.frameSize },
            { label: t.drawn, value: draw.drawn },
            { label: t.effectiveSeed, wide: true, value: <span className="sampling-code">{draw.seed}</span> },
            { label: t.hash, wide: true, value: <span className="sampling-code">{draw.hash}</span> },
          ]}
        />
      </Section>
      <Section id="sample" title={t.sample}>
        <Items items={plan.items} />
      </Section>
    </>
  )
}

function Items({ items }: { items: contract.SampleItem[] }) {
  const t = useWords(words)
  const say = useText()
  const columns: Column<contract.SampleItem>[] = [
    { key: 'no', title: t.no, fixed: true, width: 160 },
    { key: 'parkName', title: t.park, width: 180 },
    { key: 'enterpriseName', title: t.enterprise, width: 220 },
    { key: 'kind', title: t.kind, width: 140, show: ({ kind }) => say(serviceKinds[kind]) },
    {
      key: 'priceFen',
      title: t.price,
      width: 140,
      align: 'right',
      show: ({ priceFen }) => <Money fen={priceFen} plain />,
    },
    { key: 'weight', title: t.weight, width: 90, align: 'right' },
    {
      key: 'how',
      title: t.how,
      width: 240,
      show: ({ how, reason, addedByName, addedAt }) =>
        how === 'by-hand' ? (
          <>
            <StatusTag tone="warning">{say(sampledHow[how])}</StatusTag>
            <div>{reason}</div>
            <div className="soft">
              {addedByName} <InstantText at={addedAt} />
            </div>
          </>
        ) : (
          say(sampledHow[how])
        ),
    },
  ]
  return (
    <DataTable
      label={t.sample}
      columns={columns}
      rows={items}
      rowKey={(row) => row.no}
      rowTo={(row) => `/services/${row.serviceId}`}
    />
  )
}
