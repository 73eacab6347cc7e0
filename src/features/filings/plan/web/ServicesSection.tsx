import { type PlannedService, planSectionNames } from '../../../../policy/plan/plan.ts'
import { FieldGrid } from '../../../../ui/FieldGrid.tsx'
import { useText } from '../../../../ui/language.tsx'
import { newKey } from '../../../../ui/reach.ts'
import { useGridColumns } from '../../../programme/baselines/web/public.ts'
import type { EditorProps } from './editor-props.ts'

/** Part 1: services and schedule. */
export function ServicesSection({ draft, facts, errors, disabled = false }: EditorProps<'services'>) {
  const say = useText()
  return (
    <FieldGrid<PlannedService>
      name="services.rows"
      label={say(planSectionNames.services)}
      columns={useGridColumns('services', 'rows', facts)}
      rows={draft.value.rows}
      onChange={(rows) => draft.change({ rows })}
      newRow={() => ({
        id: newKey(),
        kind: null,
        quantity: null,
        unit: '',
        fromQuarter: null,
        toQuarter: null,
        description: '',
      })}
      errors={errors}
      disabled={disabled}
    />
  )
}
