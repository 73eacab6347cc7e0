import { personalFields } from '../../../../policy/people/personal-data.ts'
import type { PersonalField } from '../../../../policy/people/personal-field.ts'
import { grounds, keptFor } from '../../../../policy/people/personal-grounds.ts'
import { personalRules } from '../../../../policy/people/personal-rules.ts'
import { BrandMark, LanguageSwitch } from '../../../../ui/Brand.tsx'
import { type FieldColumn, FieldTable } from '../../../../ui/FieldTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { WayIn } from '../../../../ui/WayIn.tsx'
import { words } from '../words.ts'
import './personal.css'

/** What is kept of persons, why, on what ground, for how long and for whom, field by field; for everybody, without an account. */
export function PersonalDataPage() {
  const t = useWords(words)
  const say = useText()
  const columns: FieldColumn<PersonalField>[] = [
    { key: 'what', title: t.what, width: 180, show: ({ what }) => say(what) },
    { key: 'why', title: t.why, width: 200, show: ({ why }) => say(why) },
    {
      key: 'ground',
      title: t.ground,
      width: 220,
      show: ({ ground, clause }) => say(grounds[ground]) + (clause ? t.byClause(clause) : ''),
    },
    { key: 'kept', title: t.kept, width: 200, show: ({ kept }) => say(keptFor[kept]) },
    { key: 'seenBy', title: t.seenBy, width: 200, show: ({ seenBy }) => say(seenBy) },
    { key: 'fields', title: t.fields, width: 180, show: (field) => <code>{field.columns.join(' ')}</code> },
  ]
  return (
    <div className="personal-page">
      <header className="personal-head no-print">
        <BrandMark />
        <LanguageSwitch />
        <WayIn className="header-button" />
      </header>
      <main>
        <Page title={t.pageTitle} actions={<PrintButton />}>
          {personalRules.map((rule) => (
            <p key={rule.en}>{say(rule)}</p>
          ))}
          <h2>{t.listed}</h2>
          <FieldTable
            name="personal"
            label={t.listed}
            columns={columns}
            rows={personalFields}
            rowKey={(row) => row.columns.join()}
          />
        </Page>
      </main>
    </div>
  )
}
