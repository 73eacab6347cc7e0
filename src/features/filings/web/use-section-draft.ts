import { useQueryClient } from '@tanstack/react-query'
import { call, viewKey } from '../../../ui/api.ts'
import { type Draft, useAutosave } from '../../../ui/use-autosave.ts'
import * as contract from '../contract.ts'
import { type FilingView, type Part, sectionIn } from './filing-view.ts'

export type SectionDraft = Draft<Part>

/** One section that saves itself; the figures drafted beside its text stay with the server. */
export function useSectionDraft(filing: FilingView, section: string): SectionDraft {
  const queries = useQueryClient()
  const { filingId } = filing
  return useAutosave<Part>({
    key: `filing/${filingId}/${section}`,
    loaded: loadedOf(filing, section),
    save: async (content, revision) => {
      const params = { filingId, section }
      const saved = await call(contract.saveFilingSection, { params, body: { revision, content } })
      void queries.invalidateQueries({ queryKey: viewKey(contract.showFiling, { params: { filingId } }).slice(0, 3) })
      return saved
    },
    load: async () => loadedOf(await call(contract.showFiling, { params: { filingId }, search: {} }), section),
  })
}

function loadedOf(filing: FilingView, section: string) {
  const { content, revision } = sectionIn(filing, section)
  return { value: writtenPart(content as Part), revision }
}

/** What a person writes of a section. */
function writtenPart(part: Part): Part {
  return 'rows' in part ? { rows: part.rows } : { fields: part.fields }
}
