import { useEffect, useRef } from 'preact/hooks';
import { deviceNow, newId, sha256Of } from '../../platform/ui/client/device.ts';
import type { TakenPhoto } from './photos.tsx';

const width = 600;
const height = 220;

/** A drawn signature as it is kept: a picture with its hash. */
async function pictureOf(canvas: HTMLCanvasElement): Promise<TakenPhoto | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) return undefined;
  const bytes = await blob.arrayBuffer();
  return {
    ...{ id: newId(), bytes, sha256: await sha256Of(bytes), words: 'signature', mediaType: 'image/png' },
    takenAt: deviceNow().toISOString(),
  };
}

/** A drawn signature, given at once: its picture may still be in the making when the form is to be kept. */
export type Drawing = Promise<TakenPhoto | undefined>;

/** A place to sign in with a finger or a pen. Who cannot draw types a name instead, which the form offers beside it. */
export function SignaturePad({ onDrawn }: { onDrawn(drawing: Drawing | undefined): void }) {
  const pad = useRef<HTMLCanvasElement>(null);
  const isDrawing = useRef(false);
  const clear = () => {
    const canvas = pad.current;
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return;
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, width, height);
    pen.strokeStyle = '#0b0c0c';
    pen.lineWidth = 3;
    pen.lineCap = 'round';
    onDrawn(undefined);
  };
  // Once, when it appears.
  useEffect(clear, []);
  const at = (event: PointerEvent): [number, number] => {
    const box = pad.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    return [
      ((event.clientX - box.left) / box.width) * width,
      ((event.clientY - box.top) / box.height) * height,
    ];
  };
  const begin = (event: PointerEvent) => {
    const pen = pad.current?.getContext('2d');
    if (!pen) return;
    pad.current?.setPointerCapture(event.pointerId);
    isDrawing.current = true;
    pen.beginPath();
    pen.moveTo(...at(event));
  };
  const move = (event: PointerEvent) => {
    const pen = pad.current?.getContext('2d');
    if (!isDrawing.current || !pen) return;
    pen.lineTo(...at(event));
    pen.stroke();
  };
  const end = () => {
    if (!isDrawing.current || !pad.current) return;
    isDrawing.current = false;
    onDrawn(pictureOf(pad.current));
  };
  return (
    <div class="govuk-form-group">
      <canvas
        ref={pad}
        class="bw-field__pad"
        width={width}
        height={height}
        role="img"
        aria-label="Place to sign by finger or pen. To sign by keyboard, choose to type the name."
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <button type="button" class="govuk-button govuk-button--secondary" onClick={clear}>
        Clear the signature
      </button>
    </div>
  );
}
