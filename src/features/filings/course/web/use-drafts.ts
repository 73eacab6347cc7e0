import { useQueryClient } from '@tanstack/react-query'
import { call, viewKey } from '../../../../ui/api.ts'
import { mergeWritten, type Written } from '../../../../ui/merge-written.ts'
import { patched, storeOf, type TypedStore } from '../../../../ui/typed-texts.tsx'
import { type Draft, useAutosaves } from '../../../../ui/use-autosave.ts'
import { type FilingView, saveFilingSection, showFiling } from '../contract.ts'
import { type SectionName, sectionIn } from './filing-view.ts'

/** `typed`: what stands in its fields and is no value of them; saved with the section. */
export type SectionDraft<Value = unknown> = Draft<Value> & { readonly typed: TypedStore }
/** The sections that are open, by name; each saves itself. */
export type FilingDrafts = Readonly<Partial<Record<string, SectionDraft>>>

/** The draft of an open section as its kind knows it; undefined while the section is closed. */
export function draftOf<Value>(drafts: FilingDrafts, section: string): SectionDraft<Value> | undefined {
  return drafts[section] as unknown as SectionDraft<Value> | undefined
}

type WrittenPart = (content: unknown) => unknown

/** Every open section of a filing as a text that saves itself. `written`: the part of a section that a person writes. */
export function useDrafts(filing: FilingView, written: WrittenPart = (content) => content) {
  const queries = useQueryClient()
  const { filingId } = filing
  const open = filing.sections.filter((one) => one.open).map((one) => one.section)
  const loadedOf = (view: FilingView, section: string) => {
    const { content, typed, revision } = sectionIn(view, section)
    return { value: { content: written(content), typed }, revision }
  }
  const refresh = () => {
    const [view, path, params] = viewKey(showFiling, { params: { filingId } })
    return queries.invalidateQueries({ queryKey: [view, path, params] })
  }
  const list = useAutosaves<Written>(
    open.map((section) => ({
      key: `filing/${filingId}/${section}`,
      loaded: loadedOf(filing, section),
      save: async (sent, revision) => {
        const saved = await call(saveFilingSection, { params: { filingId, section }, body: { revision, ...sent } })
        void refresh()
        return saved
      },
      load: async () => loadedOf(await call(showFiling, { params: { filingId } }), section),
      merge: mergeWritten,
    })),
  )
  const drafts: FilingDrafts = Object.fromEntries(list.map((draft, i) => [open[i], ofSection(open[i] ?? '', draft)]))

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

/** Fields are named with their section before them or, in a part within a part, without. */
function ofSection(section: string, draft: Draft<Written>): SectionDraft {
  const bare = (field: string) => (field.startsWith(`${section}.`) ? field.slice(section.length + 1) : field)
  const { of, count } = storeOf(draft.value.typed, () => {})
  return {
    ...draft,
    value: draft.value.content,
    change: (next) =>
      draft.change((before) => ({
        ...before,
        content: typeof next === 'function' ? (next as (content: unknown) => unknown)(before.content) : next,
      })),
    typed: {
      of: (field) => of(bare(field)),
      count,
      keep: (texts) => {
        const patch = Object.fromEntries(Object.entries(texts).map(([field, text]) => [bare(field), text]))
        draft.change((before) => ({ ...before, typed: patched(before.typed, patch) }))
      },
    },
  }
}

/** The sections in whose fields stands what is no value of them, and how often. */
export function toCorrect(drafts: FilingDrafts, sections: readonly SectionName[]) {
  return sections.flatMap((section) => {
    const count = drafts[section.id]?.typed.count ?? 0
    return count > 0 ? [{ section, count }] : []
  })
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
