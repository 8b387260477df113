package org.snn4j.data.simulate;

import org.snn4j.data.image.Picture;

/** A still picture that moves over the sensor along a path. */
public final class MovingPicture implements Scene {
    private final View view;
    private final long duration;
    private final Motion.Pose[] poses;
    private final Canvas upright;
    private final Canvas mirrored;

    /**
     * @param picture grey or colour, of which the luminance is seen
     * @param path one course of a motion
     * @param view the sensor's size, and how it sees the picture
     */
    public MovingPicture(Picture picture, Motion.Path path, View view) {
        this.view = view;
        duration = path.duration();
        poses = new Motion.Pose[Math.toIntExact((duration - 1) / view.step() + 2)];
        boolean anyMirrored = false;
        for (int i = 0; i < poses.length; i++) {
            poses[i] = path.at(time(i));
            anyMirrored |= poses[i].mirrored();
        }
        upright = new Canvas(picture, view, false);
        mirrored = anyMirrored ? new Canvas(picture, view, true) : upright;
    }

    @Override
    public int width() {
        return view.width();
    }

    @Override
    public int height() {
        return view.height();
    }

    @Override
    public int samples() {
        return poses.length;
    }

    @Override
    public long time(int sample) {
        return Math.min(duration, (long) sample * view.step());
    }

    @Override
    public void look(int sample, float[] target) {
        Motion.Pose pose = poses[sample];
        (pose.mirrored() ? mirrored : upright).look(pose.x(), pose.y(), target);
    }
}
