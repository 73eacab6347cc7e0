import { Alert, App, Button, Segmented } from 'antd'
import { planSectionNames } from '../../../../policy/plan/plan.ts'
import type { StandingLists } from '../../../../policy/plan/standing-lists.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { unless } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { PlanSectionEditor } from '../../../filings/plan/web/public.ts'
import { PlanChanges } from '../../../programme/baselines/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { factsOfLists, type ListsView, listSections } from './lists-view.ts'

/** What is written, with the version it was written over; null while nothing is. */
type Form = { draft: { readonly basedOn: number; readonly lists: StandingLists } | null }

/** The lists as they shall be, written over the lists in force, with every difference below. */
export function ListsForm({ pilotId, lists }: { pilotId: string; lists: ListsView }) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { search, setSearch } = useUrl()
  const kept = useKept<Form>(`pilot/${pilotId}/lists`, { draft: null })
  const { enterprises, agencies, no, parkUscc } = lists
  const inForce: StandingLists = { enterprises, agencies }
  const { basedOn, lists: written } = kept.form.draft ?? { basedOn: no, lists: inForce }
  const stale = basedOn !== no
  const leave = () => setSearch({ act: null, section: null })
  const save = useCommand(contract.changeLists, {
    onDone: (saved) => {
      kept.forget()
      void message.success(t.saved(saved.no))
      leave()
    },
  })
  const drop = () => {
    kept.forget()
    save.reset()
    kept.reread()
  }
  const errors = fieldTexts(save.error, say)
  const section = listSections.find((one) => one === search.section) ?? 'enterprises'
  const facts = factsOfLists(lists, written)
  const send = (unread?: readonly string[]) =>
    save.mutate({ unread, params: { pilotId }, body: { basedOn, ...(written as typeof inForce & ListsView) } })
  const put = (next: unknown) => {
    const value = typeof next === 'function' ? next(written[section]) : next
    kept.change({ draft: { basedOn, lists: { ...written, [section]: value } } })
  }
  return (
    <PageForm typed={kept.typed}>
      {(unlessFaulty) => (
        <>
          {stale ? (
            <Alert
              type="warning"
              showIcon
              className="notice"
              title={t.stale(no)}
              action={
                <Button size="small" type="primary" onClick={drop}>
                  {t.drop}
                </Button>
              }
            />
          ) : null}
          <p className="soft">{t.listsNote}</p>
          <RefusalAlert error={save.error} />
          <Segmented
            aria-label={t.lists}
            value={section}
            onChange={(next) => setSearch({ section: next })}
            options={listSections.map((value) => ({ value, label: say(planSectionNames[value]) }))}
          />
          <div className="panel">
            <PlanSectionEditor
              key={section}
              section={section}
              draft={{ value: written[section], change: put }}
              facts={{ ...facts, awardFen: 0, park: { uscc: parkUscc ?? '' } }}
              errors={errors}
              disabled={stale}
            />
          </div>
          <Section title={t.differences}>
            <PlanChanges was={factsOfLists(lists, inForce)} is={facts} among={listSections} />
          </Section>
          <div className="action-bar">
            <Button onClick={leave}>{t.leave}</Button>
            {kept.form.draft ? <Button onClick={drop}>{t.drop}</Button> : null}
            <ActionButton
              type="primary"
              loading={save.isPending}
              action={unless(stale && words.staleNow)}
              onClick={() => unlessFaulty(send, send)}
            >
              {t.save}
            </ActionButton>
          </div>
        </>
      )}
    </PageForm>
  )
}
