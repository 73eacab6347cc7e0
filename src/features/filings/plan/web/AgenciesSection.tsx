import type { AgenciesContent, PlannedAgency, PlannedProduct } from '../../../../policy/plan/plan.ts'
import { fieldNames } from '../../../../policy/plan/plan-fields.ts'
import { usedTailoredKinds } from '../../../../policy/plan/plan-gaps-agencies.ts'
import { type ServiceKind, serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { unrelatedCount } from '../../../../policy/services/agencies.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FieldGrid } from '../../../../ui/FieldGrid.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { newKey } from '../../../../ui/reach.ts'
import { useGridColumns } from '../../../programme/baselines/web/public.ts'
import { LicenceFields } from '../../../programme/files/web/public.ts'
import { words } from '../words.ts'
import type { EditorProps } from './editor-props.ts'

/** Part 2: partner agencies, the reasons where a type has too few, and the catalogue of products. */
export function AgenciesSection({ draft, facts, errors, disabled = false }: EditorProps<'agencies'>) {
  const t = useWords(words)
  const say = useText()
  const put = (patch: Partial<AgenciesContent>) => draft.change((before) => ({ ...before, ...patch }))
  return (
    <>
      <div className="plan-list">
        <h3>{say(fieldNames.agencies)}</h3>
        <FieldGrid<PlannedAgency>
          name="agencies.agencies"
          label={say(fieldNames.agencies)}
          columns={useGridColumns('agencies', 'agencies', facts)}
          rows={draft.value.agencies}
          onChange={(agencies) => put({ agencies })}
          newRow={() => ({ id: newKey(), uscc: '', name: '', kind: null, serviceKinds: [], relatedTo: [] })}
          errors={errors}
          disabled={disabled}
          maxRows={200}
        />
        <LicenceFields
          rows={draft.value.agencies}
          nameOf={(index) => `agencies.agencies.${index}.licence`}
          onChange={(agencies) => put({ agencies })}
          errors={errors}
          disabled={disabled}
        />
        <p className="field-hint">{t.relatedHint}</p>
      </div>
      <FewAgencies draft={draft} facts={facts} errors={errors} disabled={disabled} />
      <div className="plan-list">
        <h3>{say(fieldNames.products)}</h3>
        <FieldGrid<PlannedProduct>
          name="agencies.products"
          label={say(fieldNames.products)}
          columns={useGridColumns('agencies', 'products', facts)}
          rows={draft.value.products}
          onChange={(products) =>
            put({ products: products.map((row) => ({ ...row, agencyUscc: row.agencyUscc ?? '' })) })
          }
          newRow={() => ({
            id: newKey(),
            agencyUscc: '',
            serviceKind: null,
            name: '',
            deliverable: '',
            agreedPriceFen: null,
            marketPriceFen: null,
            priceBasis: '',
            exceptionReason: '',
          })}
          errors={errors}
          disabled={disabled}
        />
        <p className="field-hint">{t.priceHint}</p>
      </div>
    </>
  )
}

function FewAgencies({ draft, facts, errors, disabled = false }: EditorProps<'agencies'>) {
  const t = useWords(words)
  const say = useText()
  const { agencies, fewAgenciesReasons: reasons } = draft.value
  const { minUnrelated } = facts.edition.agencies
  const countOf = (kind: ServiceKind) =>
    unrelatedCount(
      agencies.filter((agency) => agency.serviceKinds.includes(kind)),
      facts.park.uscc,
    )
  const used = usedTailoredKinds(facts.content)
  const few = used.filter((kind) => countOf(kind) < minUnrelated || reasons[kind])
  if (few.length === 0) return used.length > 0 ? <p className="plan-fine">{t.enoughAgencies(minUnrelated)}</p> : null
  return (
    <div className="plan-list">
      <h3>{say(fieldNames.fewAgenciesReasons)}</h3>
      <div className="form">
        {few.map((kind) => {
          const field = `agencies.fewAgenciesReasons.${kind}`
          return (
            <Field
              key={kind}
              label={t.fewAgencies(say(serviceKinds[kind]), countOf(kind), minUnrelated)}
              name={field}
              error={errors[field] ?? ''}
            >
              {(bind) => (
                <ProseInput
                  {...bind}
                  value={reasons[kind] ?? ''}
                  autoSize={{ minRows: 1, maxRows: 6 }}
                  most={2000}
                  disabled={disabled}
                  onChange={(text) =>
                    draft.change((before) => ({
                      ...before,
                      fewAgenciesReasons: { ...before.fewAgenciesReasons, [kind]: text },
                    }))
                  }
                />
              )}
            </Field>
          )
        })}
      </div>
    </div>
  )
}
