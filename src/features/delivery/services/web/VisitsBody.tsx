import { useWords } from '../../../../ui/language.tsx'
import { FactDay } from '../../../../ui/Values.tsx'
import { PhotoThumb } from '../../../programme/files/web/public.ts'
import type { ServiceView } from '../contract.ts'
import { courseWords } from '../words.ts'

type VisitsProps = Pick<ServiceView, 'visits' | 'evidence'>

/** Each visit with its photos, their time and place. */
export function VisitsBody({ visits, evidence }: VisitsProps) {
  const t = useWords(courseWords)
  return (
    <ol className="visits">
      {visits.map((visit, at) => {
        const photos = evidence.filter((one) => one.visitId === visit.visitId)
        return (
          <li key={visit.visitId}>
            <div>
              <strong>{t.visit(at + 1)}</strong> <FactDay day={visit.on} enteredAt={visit.recordedAt} /> {t[visit.way]}
              {visit.place ? ` · ${visit.place}` : ''} <span className="soft">{visit.by}</span>
            </div>
            <p className="prose">{visit.content}</p>
            {photos.length > 0 ? (
              <div className="photos">
                {photos.map(({ evidenceId, file }) => (
                  <PhotoThumb
                    key={evidenceId}
                    file={file}
                    note={file.place ? t.takenAt(degrees(file.place)) : t.noPlace}
                  />
                ))}
              </div>
            ) : (
              <p className="faint">{t.noPhotos}</p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function degrees({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`
}
