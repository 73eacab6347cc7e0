import { type PlannedEnterprise, planSectionNames } from '../../../../policy/plan/plan.ts'
import { enterpriseDoubts } from '../../../../policy/plan/plan-doubts.ts'
import { enterpriseSize, sizeNames } from '../../../../policy/services/enterprise-size.ts'
import { FieldGrid } from '../../../../ui/FieldGrid.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { newKey } from '../../../../ui/reach.ts'
import type { GridColumn } from '../../../../ui/use-field-grid.ts'
import { useGridColumns } from '../../../programme/baselines/web/public.ts'
import { LicenceFields } from '../../../programme/files/web/public.ts'
import { words } from '../words.ts'
import { Doubts } from './Doubts.tsx'
import type { EditorProps } from './editor-props.ts'

/** The pilot enterprises, each with the size that its figures give. */
export function EnterprisesSection({ draft, facts, errors, disabled = false }: EditorProps<'enterprises'>) {
  const t = useWords(words)
  const say = useText()
  const { rows } = draft.value
  const columns = useGridColumns<PlannedEnterprise>('enterprises', 'rows', facts)
  const size: GridColumn<PlannedEnterprise> = {
    key: 'id',
    title: words.size,
    kind: 'text',
    width: 80,
    show: ({ industry, staff, revenueWan, assetsWan }) => {
      if (industry === null || staff === null || revenueWan === null || assetsWan === null) return ''
      const found = enterpriseSize({ industry, staff, revenueWan, assetsWan })
      return found ? say(sizeNames[found]) : ''
    },
  }
  return (
    <>
      <div className="plan-sums" role="status">
        <span>{t.enterpriseCount(rows.length)}</span>
      </div>
      <Doubts doubts={enterpriseDoubts(rows, [])} />
      <FieldGrid<PlannedEnterprise>
        name="enterprises.rows"
        label={say(planSectionNames.enterprises)}
        columns={[...columns, size]}
        rows={rows}
        onChange={(next) => draft.change({ rows: next })}
        newRow={() => ({
          id: newKey(),
          uscc: '',
          name: '',
          industry: null,
          staff: null,
          revenueWan: null,
          assetsWan: null,
        })}
        errors={errors}
        disabled={disabled}
      />
      <LicenceFields
        rows={rows}
        nameOf={(index) => `enterprises.rows.${index}.licence`}
        onChange={(next) => draft.change({ rows: next })}
        errors={errors}
        disabled={disabled}
      />
    </>
  )
}
