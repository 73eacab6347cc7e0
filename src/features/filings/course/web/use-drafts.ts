import { useQueryClient } from '@tanstack/react-query'
import { call, viewKey } from '../../../../ui/api.ts'
import { type Draft, useAutosaves } from '../../../../ui/use-autosave.ts'
import { type FilingView, saveFilingSection, showFiling } from '../contract.ts'
import { sectionIn } from './filing-view.ts'

export type SectionDraft<Value = unknown> = Draft<Value>
/** The sections that are open, by name; each saves itself. */
export type FilingDrafts = Readonly<Partial<Record<string, SectionDraft>>>

/** The draft of an open section as its kind knows it; undefined while the section is closed. */
export function draftOf<Value>(drafts: FilingDrafts, section: string): SectionDraft<Value> | undefined {
  return drafts[section] as unknown as SectionDraft<Value> | undefined
}

type Written = (content: unknown) => unknown

/** Every open section of a filing as a text that saves itself. `written`: the part of a section that a person writes. */
export function useDrafts(filing: FilingView, written: Written = (content) => content) {
  const queries = useQueryClient()
  const { filingId } = filing
  const open = filing.sections.filter((one) => one.open).map((one) => one.section)
  const loadedOf = (view: FilingView, section: string) => {
    const { content, revision } = sectionIn(view, section)
    return { value: written(content), revision }
  }
  const refresh = () => {
    const [view, path, params] = viewKey(showFiling, { params: { filingId } })
    return queries.invalidateQueries({ queryKey: [view, path, params] })
  }
  const list = useAutosaves<unknown>(
    open.map((section) => ({
      key: `filing/${filingId}/${section}`,
      loaded: loadedOf(filing, section),
      save: async (content, revision) => {
        const saved = await call(saveFilingSection, { params: { filingId, section }, body: { revision, content } })
        void refresh()
        return saved
      },
      load: async () => loadedOf(await call(showFiling, { params: { filingId } }), section),
    })),
  )
  const drafts: FilingDrafts = Object.fromEntries(open.map((section, i) => [section, list[i]]))

  /** Saves what is not saved yet; returns whether everything is on the server. */
  async function saveAll(): Promise<boolean> {
    const saved = await Promise.all(list.map((draft) => draft.flush()))
    return saved.every(Boolean)
  }

  /** The revisions of all sections as they stand on this screen. */
  function revisions(): Record<string, number> {
    return Object.fromEntries(
      filing.sections.map(({ section, revision }) => [section, drafts[section]?.revision() ?? revision]),
    )
  }

  return { drafts, saveAll, refresh, revisions }
}

const tellingOrder = ['conflict', 'refused', 'offline', 'saving', 'waiting', 'saved', 'unchanged'] as const

/** The draft whose state says most about all of them; undefined where nothing is open. */
export function mostTelling(drafts: FilingDrafts): SectionDraft | undefined {
  const all = Object.values(drafts).filter((draft) => draft !== undefined)
  const savedAt = ({ state }: SectionDraft) => (state.kind === 'saved' ? state.at.getTime() : 0)
  return all.toSorted(
    (a, b) => tellingOrder.indexOf(a.state.kind) - tellingOrder.indexOf(b.state.kind) || savedAt(b) - savedAt(a),
  )[0]
}
