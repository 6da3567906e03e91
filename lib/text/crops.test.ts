import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropAround, frameOf, type Shape } from './crops';

const side = fc.integer({ min: 1, max: 10_000 });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const shape = fc.constantFrom<Shape>('8x5', '3x2');

describe('a crop', () => {
  it.each([
    ['the left of what is too wide', { width: 2000, height: 500 }, { x: 0, y: 0.5 }, 0, 0],
    ['the middle', { width: 2000, height: 500 }, { x: 0.5, y: 0.5 }, 50, 600],
    ['a spot near the right edge', { width: 2000, height: 500 }, { x: 0.9, y: 0.5 }, 100, 1200],
    ['a spot between', { width: 2000, height: 500 }, { x: 0.7, y: 0.5 }, 83, 996],
  ])('keeps %s', (_, picture, focalPoint, at, left) => {
    const crop = cropAround(picture, '8x5', focalPoint);
    expect(crop).toEqual({ shape: '8x5', at });
    expect(frameOf(picture, crop)).toEqual({ left, top: 0, width: 800, height: 500 });
  });

  it('keeps the top of what is too high', () => {
    const picture = { width: 800, height: 1600 };
    const crop = cropAround(picture, '8x5', { x: 0.9, y: 0.1 });
    expect(frameOf(picture, crop)).toEqual({ left: 0, top: 0, width: 800, height: 500 });
  });

  it('is none where the picture has that shape, or all but', () => {
    const focalPoint = { x: 0, y: 0 };
    expect(cropAround({ width: 1600, height: 1000 }, '8x5', focalPoint)).toBeNull();
    expect(cropAround({ width: 1601, height: 1000 }, '8x5', focalPoint)).toBeNull();
    expect(cropAround({ width: 1600, height: 1005 }, '8x5', focalPoint)).toBeNull();
    expect(frameOf({ width: 7, height: 9 }, null)).toEqual({
      ...{ left: 0, top: 0, width: 7, height: 9 },
    });
  });

  it('lies in the picture and holds the focal point, whatever the picture', () => {
    fc.assert(
      fc.property(side, side, part, part, shape, (width, height, x, y, wanted) => {
        const frame = frameOf({ width, height }, cropAround({ width, height }, wanted, { x, y }));
        expect(frame.left).toBeGreaterThanOrEqual(0);
        expect(frame.top).toBeGreaterThanOrEqual(0);
        expect(frame.left + frame.width).toBeLessThanOrEqual(width);
        expect(frame.top + frame.height).toBeLessThanOrEqual(height);
        // Whole per cent of what is cut off, and whole pixels.
        const slack = (all: number, kept: number) => 1 + (all - kept) / 200;
        const across = x * width - frame.left;
        const down = y * height - frame.top;
        expect(across).toBeGreaterThanOrEqual(-slack(width, frame.width));
        expect(across).toBeLessThanOrEqual(frame.width + slack(width, frame.width));
        expect(down).toBeGreaterThanOrEqual(-slack(height, frame.height));
        expect(down).toBeLessThanOrEqual(frame.height + slack(height, frame.height));
      }),
    );
  });
});
