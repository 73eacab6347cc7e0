import { downloadUrl } from '../../../../ui/api.ts'
import type { KindScreens } from '../../course/web/public.ts'
import { filingSheets } from '../../papers/contract.ts'
import { FormEditor } from './FormEditor.tsx'
import { FormReader } from './FormReader.tsx'
import { formOf, writtenPart } from './form-view.ts'

/** The screens of every form that is data: its sections are drawn from its definition. */
export const formKindScreens: KindScreens = {
  sections: formOf,
  Editor: FormEditor,
  Reader: FormReader,
  written: writtenPart,
  workbook: (filing, asked) =>
    formOf(filing).some((section) => section.shape === 'rows')
      ? downloadUrl(filingSheets, { filingId: filing.filingId }, asked)
      : null,
}
