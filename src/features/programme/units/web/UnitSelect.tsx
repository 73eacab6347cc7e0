import type { Args } from '../../../../ui/api.ts'
import type { FieldBinding } from '../../../../ui/Field.tsx'
import { SearchSelect } from '../../../../ui/SearchSelect.tsx'
import { listUnits, type UnitView } from '../contract.ts'

type UnitSelectProps = {
  bind: FieldBinding
  /** Which units are offered; null where that is not known yet. */
  within: NonNullable<Args<typeof listUnits>['search']> | null
  value: UnitView | null
  onChange: (unit: UnitView) => void
}

/** One of the units that the reader sees. */
export function UnitSelect(props: UnitSelectProps) {
  return (
    <SearchSelect
      {...props}
      route={listUnits}
      rowsOf={({ units, total }) => ({ rows: units, total })}
      optionOf={({ unitId, name }) => ({ value: unitId, label: name })}
    />
  )
}
