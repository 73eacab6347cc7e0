import { PaperClipOutlined } from '@ant-design/icons'
import { address } from '../../../../shared/route.ts'
import { sizeText } from '../../../../ui/file-kinds.ts'
import { useWords } from '../../../../ui/language.tsx'
import { instantText, StatusTag } from '../../../../ui/Values.tsx'
import { downloadFile, previewFile, viewFile } from '../contract.ts'
import { words } from '../words.ts'

/** Where a stored file is looked at: a copy of a photo that no browser shows, else the file itself. */
export function fileAddress(fileId: string): string {
  return address(viewFile, { fileId })
}

function originalAddress(fileId: string): string {
  return address(downloadFile, { fileId })
}

function previewAddress(fileId: string): string {
  return address(previewFile, { fileId })
}

type FileLinkProps = {
  file: { readonly fileId: string; readonly name: string; readonly size?: number; readonly damaged?: boolean }
}

/** A stored file by its name; one that is damaged opens nothing. */
export function FileLink({ file }: FileLinkProps) {
  if (file.damaged) return <DamagedFile name={file.name} />
  return (
    <a href={fileAddress(file.fileId)} target="_blank" rel="noreferrer" className="file-link">
      <PaperClipOutlined aria-hidden /> {file.name}
      {file.size === undefined ? null : <span className="file-size"> {sizeText(file.size)}</span>}
    </a>
  )
}

function DamagedFile({ name }: { name: string }) {
  const t = useWords(words)
  return (
    <span className="file-link">
      <PaperClipOutlined aria-hidden /> {name} <StatusTag tone="bad">{t.damaged}</StatusTag>
    </span>
  )
}

/** A file that stands on this device. */
export function KeptFile({ name }: { name: string }) {
  const t = useWords(words)
  return (
    <span className="file-link">
      <PaperClipOutlined aria-hidden /> {name} <StatusTag tone="warning">{t.waitsHere}</StatusTag>
    </span>
  )
}

/** Names are mended at the door, so they tell. */
function isShownByCopy(name: string): boolean {
  return /\.(heic|heif|hif)$/i.test(name)
}

type PhotoThumbProps = {
  file: {
    readonly fileId: string
    readonly name: string
    readonly capturedAt?: string | null
    readonly damaged?: boolean
  }
  /** Said under the photo: where, by whom. */
  note?: string
}

/** A photo, small, with the time it was taken; opens it large. */
export function PhotoThumb({ file, note }: PhotoThumbProps) {
  const t = useWords(words)
  return (
    <figure className="photo">
      {file.damaged ? (
        <DamagedFile name={file.name} />
      ) : (
        <a href={fileAddress(file.fileId)} target="_blank" rel="noreferrer" aria-label={t.openPhoto(file.name)}>
          <img src={previewAddress(file.fileId)} alt={file.name} loading="lazy" width={128} height={96} />
        </a>
      )}
      <figcaption>
        {file.capturedAt ? (
          <div className="number">
            {t.takenAt} {instantText(file.capturedAt)}
          </div>
        ) : null}
        {note ? <div>{note}</div> : null}
        {isShownByCopy(file.name) && !file.damaged ? <a href={originalAddress(file.fileId)}>{t.original}</a> : null}
      </figcaption>
    </figure>
  )
}
