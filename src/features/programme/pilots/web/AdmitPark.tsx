import { App, Checkbox, Input, Radio } from 'antd'
import { type Edition, findEdition, isExcluded } from '../../../../policy/editions/edition.ts'
import { awardsInWords } from '../../../../policy/editions/edition-rows-money.ts'
import { refusalText, refuse } from '../../../../policy/guide/refuse.ts'
import { awardDoubt, divisionOf } from '../../../../policy/plan/pilot.ts'
import { type Fen, formatYuan } from '../../../../shared/money.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field, type FieldBinding } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MoneyInput } from '../../../../ui/MoneyInput.tsx'
import { UsccInput } from '../../../../ui/UsccInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { LicenceFields, needsLicence } from '../../files/web/public.ts'
import type { UnitView } from '../../units/contract.ts'
import { UnitSelect } from '../../units/web/public.ts'
import { admitPilot, type BatchView } from '../contract.ts'
import { words } from './batch-words.ts'

type Props = { batch: BatchView; onClose: () => void }
type Way = 'known' | 'new'
type Licence = { readonly fileId: string; readonly name: string }

type Form = {
  county: UnitView | null
  way: Way
  park: UnitView | null
  name: string
  uscc: string
  licence: Licence | null
  awardFen: Fen | null
  /** The odd sum that a person has confirmed. */
  confirmedFen: Fen | null
}
const empty: Form = {
  county: null,
  way: 'known',
  park: null,
  name: '',
  uscc: '',
  licence: null,
  awardFen: null,
  confirmedFen: null,
}

/** County, park, award. A park the register does not know is registered with the same click. */
export function AdmitPark({ batch, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { form, change, typed, forget } = useKept<Form>(`batch/${batch.batchId}/admission`, empty)
  const { county, way, park, name, uscc, licence, awardFen, confirmedFen } = form
  const admit = useCommand(admitPilot, {
    onDone: () => {
      forget()
      void message.success(t.admitted)
      onClose()
    },
  })
  const edition = findEdition(batch.edition)
  const said = fieldTexts(admit.error, say)
  const outside = edition && county && isExcluded(edition, divisionOf(county.scope)) ? excluded(edition) : null
  const odd = edition && awardFen !== null ? awardDoubt(edition, awardFen) : null
  const confirmed = odd !== null && confirmedFen === awardFen
  // A refusal of the place stands where the place was chosen.
  const countyError = outside ? say(outside) : (said['newPark.parentId'] ?? (way === 'new' ? said.parkId : undefined))
  const send = (unread?: readonly string[]) => {
    // What is missing of an id cannot be asked about.
    if (county === null || (way === 'known' && park === null)) return
    const admitted =
      way === 'known'
        ? { parkId: park?.unitId ?? '' }
        : {
            newPark: {
              parentId: county.unitId,
              name,
              ...(licence ? { licence } : {}),
              ...(uscc.trim() ? { uscc } : {}),
            },
          }
    admit.mutate({
      unread,
      body: { batchId: batch.batchId, awardFen: awardFen ?? 0, awardConfirmed: confirmed, ...admitted },
    })
  }
  const countyField = way === 'new' ? 'parkId' : 'newPark.parentId'
  return (
    <ActDialog
      typed={typed}
      title={`${t.admit} · ${batch.name}`}
      okText={t.admit}
      note={t.admitNote}
      missing={[
        county === null && { field: countyField, label: t.county },
        way === 'known' && park === null && { field: 'parkId', label: t.park },
        way === 'new' && name.trim() === '' && { field: 'newPark.name', label: t.parkName },
        way === 'new' && !licence && needsLicence(uscc) && { field: 'newPark.licence', label: t.licence },
        awardFen === null && { field: 'awardFen', label: t.awardMoney },
        odd !== null && !confirmed && { field: 'awardFen', label: t.awardMoney, says: say(refusalText(odd)) },
      ]}
      running={admit.isPending}
      error={admit.error}
      onCancel={onClose}
      onOk={send}
      onAsk={send}
    >
      <Field label={t.county} name={countyField} required {...withError(countyError)}>
        {(bind) => (
          <UnitSelect
            bind={bind}
            within={{ takesParks: 'yes' }}
            value={county}
            onChange={(next) => {
              change({ county: next, park: null })
              admit.reset()
            }}
          />
        )}
      </Field>
      <Radio.Group
        aria-label={t.parkWay}
        optionType="button"
        value={way}
        onChange={(event) => change({ way: event.target.value })}
        options={[
          { value: 'known', label: t.choosePark },
          { value: 'new', label: t.newPark },
        ]}
      />
      {way === 'known' ? (
        <Field
          label={t.park}
          name="parkId"
          required
          hint={county === null ? t.countyFirst : undefined}
          {...withError(said.parkId)}
        >
          {(bind) => (
            <UnitSelect
              bind={bind}
              // Parks that are in the batch already cannot be chosen.
              within={county && { kind: 'park', parentId: county.unitId, outsideBatchId: batch.batchId }}
              value={park}
              onChange={(next) => change({ park: next })}
            />
          )}
        </Field>
      ) : (
        <>
          <Field label={t.parkName} name="newPark.name" required {...withError(said['newPark.name'])}>
            {(bind) => <Input {...bind} value={name} onChange={(event) => change({ name: event.target.value })} />}
          </Field>
          <Field label={t.uscc} name="newPark.uscc" {...withError(said['newPark.uscc'])}>
            {(bind) => <UsccInput {...bind} value={uscc} onChange={(next) => change({ uscc: next })} />}
          </Field>
          <LicenceFields
            rows={[{ uscc, name, licence: licence ?? undefined }]}
            nameOf={() => 'newPark.licence'}
            onChange={([park]) => change({ licence: park?.licence ?? null })}
            errors={said}
          />
        </>
      )}
      <Field
        label={t.awardMoney}
        name="awardFen"
        required
        hint={edition ? `${say(awardsInWords(edition.awards))} · ${edition.awards.clause}` : undefined}
        {...withError(said.awardFen)}
      >
        {(bind) => (
          <Award bind={bind} edition={edition} value={awardFen} onChange={(next) => change({ awardFen: next })} />
        )}
      </Field>
      {odd && awardFen !== null ? (
        <Checkbox
          checked={confirmed}
          onChange={({ target }) => change({ confirmedFen: target.checked ? awardFen : null })}
        >
          {t.awardConfirm(formatYuan(awardFen))}
        </Checkbox>
      ) : null}
    </ActDialog>
  )
}

function withError(error: string | undefined): { error?: string } {
  return error ? { error } : {}
}

function excluded(edition: Edition) {
  return refusalText(refuse('funds.division-excluded', edition.excludedDivisions.clause))
}

type AwardProps = {
  bind: FieldBinding
  edition: Edition | null
  value: Fen | null
  onChange: (fen: Fen | null) => void
}

/** One of the edition's tiers to choose, or a sum to type where it knows only a cap. */
function Award({ bind, edition, value, onChange }: AwardProps) {
  const t = useWords(words)
  if (edition?.awards.by !== 'tiers') return <MoneyInput {...bind} value={value} onChange={onChange} />
  const options = edition.awards.tiersFen.map((fen) => ({ value: fen, label: t.yuan(formatYuan(fen)) }))
  const { status: _, ...spoken } = bind
  return <Radio.Group {...spoken} value={value} onChange={(event) => onChange(event.target.value)} options={options} />
}
